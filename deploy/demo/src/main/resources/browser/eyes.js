/** What a tab uses to look at a page; runs in the page before its own scripts. */
globalThis.eyes = {
  /** The first value of a condition that is neither false nor null, as soon as there is one; null when time is up. */
  until(condition, milliseconds) {
    return new Promise((resolve) => {
      const check = () => {
        const value = condition();
        if (value !== null && value !== false) finish(value);
      };
      const finish = (value) => {
        observer.disconnect();
        clearInterval(repeat);
        clearTimeout(end);
        resolve(value);
      };
      const observer = new MutationObserver(check);
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      const repeat = setInterval(check, 200);
      const end = setTimeout(() => finish(null), milliseconds);
      check();
    });
  },

  visible(element) {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  },

  label(element) {
    return (element.getAttribute('aria-label') ?? element.innerText ?? '').trim().replace(/\s+/g, ' ');
  },

  /** The middle of the last visible thing to click that bears this label, or else one that contains it. */
  place(label) {
    const clickable = [...document.querySelectorAll('button, a, summary, code, [role=button], [tabindex], input')]
      .filter((element) => eyes.visible(element));
    const found = clickable.filter((element) => eyes.label(element) === label).at(-1)
      ?? clickable.filter((element) => element.matches('button, a') && eyes.label(element).includes(label)).at(-1);
    if (found === undefined) return null;
    found.scrollIntoView({ block: 'nearest' });
    const box = found.getBoundingClientRect();
    const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const top = document.elementFromPoint(place.x, place.y);
    return found === top || found.contains(top) ? place : null;
  },

  /** Puts the cursor into the field with this label and selects what is in it. */
  focus(label) {
    const found = [...document.querySelectorAll('input, textarea')]
      .filter((element) => eyes.visible(element))
      .find((element) => eyes.label(element) === label || element.placeholder === label);
    if (found === undefined) return null;
    found.focus();
    found.select();
    return true;
  },

  reads(text) {
    return document.body !== null && document.body.innerText.replace(/\s+/g, ' ').includes(text.replace(/\s+/g, ' '));
  },

  drawn(selector) {
    const element = document.querySelector(selector);
    if (element === null) return null;
    const pictures = [...element.querySelectorAll('img'), ...(element.matches('img') ? [element] : [])];
    return pictures.every((picture) => picture.complete && picture.naturalWidth > 0) ? true : null;
  },
};
