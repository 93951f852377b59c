"""Every contact reason, written out by hand: a reader sees them all at once."""

from __future__ import annotations

from bot.flow import Flow
from flows import (
    advice,
    callback,
    change_order,
    closing,
    complaint,
    delivery_damaged,
    delivery_missing,
    exchange,
    human,
    information,
    link,
    order_confirmation,
    order_status,
    payment_problem,
    place_order,
    product,
    refund,
    return_item,
    site_trouble,
    small_talk,
)

FLOWS: tuple[Flow, ...] = (
    product.FLOW,
    advice.FLOW,
    place_order.FLOW,
    order_status.FLOW,
    order_confirmation.FLOW,
    payment_problem.FLOW,
    change_order.FLOW,
    delivery_damaged.FLOW,
    delivery_missing.FLOW,
    return_item.FLOW,
    exchange.FLOW,
    refund.FLOW,
    site_trouble.FLOW,
    information.FLOW,
    complaint.FLOW,
    callback.FLOW,
    human.FLOW,
    closing.FLOW,
    *link.FLOWS,
    *small_talk.FLOWS,
)
