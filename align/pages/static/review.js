// Keys, and what makes pressing them quicker. Without this file every page works as well.
"use strict";

(() => {
  const isTyping = (target) =>
    target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null;

  const byKey = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);

  const openDetails = (details) => {
    if (details && "open" in details) details.open = true;
  };

  // Show a part of the page that is folded, and go to its field.
  const goTo = (element) => {
    const details = element.closest("details");
    openDetails(details);
    const field = element.dataset.focus && document.getElementById(element.dataset.focus);
    (field || element).focus();
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
    element.scrollIntoView({ block: "nearest" });
  };

  // From one entry of a list to the one before or behind it.
  const step = (by) => {
    const items = [...document.querySelectorAll("[data-item]")];
    if (!items.length) return false;
    const at = items.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1);
    items[next].focus();
    items[next].scrollIntoView({ block: "nearest" });
    return true;
  };

  const press = (key) => {
    const element = byKey(key);
    if (element) {
      // What sends or rejects is only gone to: Enter does it, so that no single slip of a finger can.
      if (element.matches("a[href]") || element.dataset.opens) element.click();
      else goTo(element);
      return true;
    }
    if (key === "j") return step(1);
    if (key === "k") return step(-1);
    return false;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && isTyping(event.target)) {
      event.target.blur();
      return;
    }
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (press(event.key)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
    const folded = event.target.closest("[data-opens-details]");
    if (folded) openDetails(document.getElementById(folded.dataset.opensDetails));
  });

  // A decision is sent once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-once]")) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    form.setAttribute("aria-busy", "true");
  });

  // Coming back to a page that the browser kept, its forms can be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("[data-sent]")) {
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
    }
    for (const opener of document.querySelectorAll("[data-opens]")) opener.hidden = false;
  });
})();
