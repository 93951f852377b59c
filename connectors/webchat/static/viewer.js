// A picture, large. The browser's own dialog keeps the focus inside, closes on Esc and gives the focus back.

const dialog = document.getElementById("viewer");
const image = document.getElementById("viewer-image");

dialog.addEventListener("click", (event) => event.target !== image && dialog.close());
dialog.addEventListener("close", () => image.removeAttribute("src"));

export function enlarge(url, alt) {
  image.src = url;
  image.alt = alt;
  dialog.showModal();
}
