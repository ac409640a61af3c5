/** Builds an element; strings become text, so nothing that came from outside is ever read as HTML. */
export function h(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name || 'div');
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'data') Object.assign(element.dataset, value);
    else if (key in element && key !== 'list') element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

export const byId = (id) => document.getElementById(id);

const SHAPES = {
  back: 'M15 5l-7 7 7 7',
  down: 'M5 9l7 7 7-7',
  caret: 'M7 10l5 5 5-5',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  send: 'M4 12l16-8-5 16-4-6zM11 14l9-10',
  attach: 'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7L9.5 17a1.7 1.7 0 0 1-2.4-2.4L14 7.7',
  menu: 'M5 7h14M5 12h14M5 17h14',
  close: 'M6 6l12 12M18 6L6 18',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  pin: 'M9 3h6l-1 6 4 4H6l4-4zM12 13v8',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  link: 'M8 16L17 7M9 7h8v8',
  plus: 'M12 5v14M5 12h14',
};

/** A drawing on a field of 24 by 24; shapes are [tag, attributes]. */
export function svg(className, shapes) {
  const make = (tag, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const drawing = make('svg', { viewBox: '0 0 24 24', class: className, 'aria-hidden': 'true' });
  drawing.append(...shapes.map(([tag, attributes]) => make(tag, attributes)));
  return drawing;
}

/** One of a few line drawings, in the colour of the text around it. */
export const icon = (name) => svg(`icon icon-${name}`, [['path', { d: SHAPES[name] }]]);

const HUES = [206, 264, 24, 150, 340, 46, 190, 300];

/** A round sign with initials; its colour follows from the id. */
export function avatar(name, id) {
  const initials = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? '').join('').toUpperCase();
  const sign = h('span.avatar', { 'aria-hidden': 'true' }, initials);
  sign.style.setProperty('--hue', HUES[Math.abs(id) % HUES.length]);
  return sign;
}

/** Hours and minutes, as the reader writes them. */
export const clock = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

/** The day, as the reader writes it. */
export const day = (seconds) =>
  new Date(seconds * 1000).toLocaleDateString([], { day: 'numeric', month: 'long', year: 'numeric' });

/** Bytes with a unit. */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KiB', 'MiB', 'GiB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
