// Phones: the keyboard covers the page without telling its height units. Say how much is really seen.

const seen = window.visualViewport;

export function followKeyboard() {
  if (!seen) return;
  const fit = () => {
    const covered = window.innerHeight - seen.height > 60 && seen.scale === 1;
    if (covered) document.documentElement.style.setProperty("--seen", `${seen.height}px`);
    else document.documentElement.style.removeProperty("--seen");
    if (covered) window.scrollTo(0, 0); // Safari pushes the page up; the composer is in view already
  };
  seen.addEventListener("resize", fit);
  seen.addEventListener("scroll", fit);
}
