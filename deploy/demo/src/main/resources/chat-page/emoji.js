import { h, svg } from './dom.js';

/** True if the machine has a font that draws coloured emoji; many servers and their browsers have none. */
const drawn = (() => {
  const canvas = h('canvas', { width: 24, height: 24 });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.textBaseline = 'top';
  pen.font = '18px sans-serif';
  pen.fillText('🟢', 0, 0);
  const { data } = pen.getImageData(0, 0, 24, 24);
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 1] > data[i] + 40) return true;
  }
  return false;
})();

const disc = (colour) => [['circle', { cx: 12, cy: 12, r: 9, fill: colour }]];
const RED = '#e5484d';
const GREEN = '#30a46c';
const BLUE = '#3e8ed6';
const AMBER = '#f2b01e';
const GREY = '#8b98a5';
const glass = [
  ['path', { d: 'M7 3h10v3l-4 6 4 6v3H7v-3l4-6-4-6z', fill: '#e8d9b8', stroke: '#a0783c', 'stroke-width': 1.6 }],
];

/** The signs that the bot and this page use, drawn plainly. */
const SIGNS = {
  '🟢': disc('#30b566'), '🟡': disc('#f5c518'), '🔴': disc(RED), '🟠': disc('#f08c2e'), '🔵': disc(BLUE), '⚫': disc('#39434d'),
  '⚪': [['circle', { cx: 12, cy: 12, r: 8.5, fill: '#eef1f4', stroke: GREY, 'stroke-width': 1.5 }]],
  '✅': [['rect', { x: 3, y: 3, width: 18, height: 18, rx: 4, fill: GREEN }],
    ['path', { d: 'M7 12.5l3.5 3.5L17 8.5', stroke: '#fff', 'stroke-width': 2.6, fill: 'none' }]],
  '❌': [['path', { d: 'M5 5l14 14M19 5L5 19', stroke: RED, 'stroke-width': 4 }]],
  '⏳': [...glass, ['path', { d: 'M9 6h6l-3 4zM9.5 19h5l-2.5-3z', fill: AMBER }]],
  '⌛': [...glass, ['path', { d: 'M8.6 19.4h6.8L12 14z', fill: AMBER }]],
  '🚫': [['circle', { cx: 12, cy: 12, r: 8, fill: 'none', stroke: RED, 'stroke-width': 3 }],
    ['path', { d: 'M6.5 6.5l11 11', stroke: RED, 'stroke-width': 3 }]],
  '⛔': [...disc(RED), ['rect', { x: 6, y: 10, width: 12, height: 4, rx: 1, fill: '#fff' }]],
  '⏸': [['rect', { x: 3, y: 3, width: 18, height: 18, rx: 4, fill: BLUE }],
    ['path', { d: 'M9.5 8v8M14.5 8v8', stroke: '#fff', 'stroke-width': 2.8 }]],
  '🚰': [['rect', { x: 3, y: 3, width: 18, height: 18, rx: 4, fill: BLUE }],
    ['path', { d: 'M6.5 9h8a3 3 0 0 1 3 3v1M9 6.500h4M11 6.500V9', stroke: '#fff', 'stroke-width': 2, fill: 'none' }],
    ['circle', { cx: 17.5, cy: 16.5, r: 1.5, fill: '#fff' }]],
  '🗑': [['path', { d: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 10.500v6M13.5 10.500v6', stroke: GREY, 'stroke-width': 1.8, fill: 'none' }]],
  '🚀': [['path', { d: 'M12 3c4 3 5 8 3.5 13h-7C7 11 8 6 12 3zM8.5 12L5 17l3.5-1M15.5 12l3.5 5-3.5-1', fill: GREY }],
    ['circle', { cx: 12, cy: 9, r: 1.8, fill: BLUE }], ['path', { d: 'M10.5 17h3L12 21z', fill: AMBER }]],
  '🔔': [['path', { d: 'M6 17V11a6 6 0 0 1 12 0v6l2 1.500H4zM10 19.500a2 2 0 0 0 4 0', fill: AMBER }]],
  '🔑': [['path', { d: 'M10 11l9 9M16 17l2.5-2.5', stroke: AMBER, 'stroke-width': 2.6 }],
    ['circle', { cx: 8, cy: 9, r: 4, fill: 'none', stroke: AMBER, 'stroke-width': 2.6 }]],
  '🔗': [['path', { d: 'M10 14a4 4 0 0 1 0-5.500l3-3a4 4 0 0 1 5.5 5.500L17 12.500M14 10a4 4 0 0 1 0 5.500l-3 3A4 4 0 0 1 5.5 13L7 11.5',
    stroke: GREY, 'stroke-width': 2.2, fill: 'none' }]],
  '👤': [['circle', { cx: 12, cy: 8, r: 4, fill: GREY }], ['path', { d: 'M4 21c0-5 4-7 8-7s8 2 8 7z', fill: GREY }]],
  '📍': [['path', { d: 'M12 22c-4-6-6-9-6-12a6 6 0 0 1 12 0c0 3-2 6-6 12z', fill: RED }],
    ['circle', { cx: 12, cy: 10, r: 2.2, fill: '#fff' }]],
  '📎': [['path', { d: 'M18 11l-6.5 6.500a3.5 3.5 0 0 1-5-5L13 6a2.4 2.4 0 0 1 3.4 3.400L10 16',
    stroke: GREY, 'stroke-width': 1.8, fill: 'none' }]],
  '🖼': [['rect', { x: 3, y: 5, width: 18, height: 14, rx: 2, fill: '#dfe9f2', stroke: GREY, 'stroke-width': 1.5 }],
    ['path', { d: 'M5 17l5-6 4 4 2-2 3 4z', fill: GREEN }], ['circle', { cx: 16, cy: 9, r: 1.6, fill: AMBER }]],
};

const PATTERN = new RegExp(`(${Object.keys(SIGNS).join('|')})\\ufe0f?`, 'u');

/** The text as nodes; signs that this machine's fonts lack are drawn, and can still be read and copied. */
export function signs(text) {
  if (drawn) return [text];
  return text.split(PATTERN).filter((part) => part !== '').map((part) => (SIGNS[part] === undefined ? part
    : h('span.emoji', {}, h('span.emoji-text', {}, part), svg('emoji-sign', SIGNS[part]))));
}
