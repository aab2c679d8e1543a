//! What is measured in a page.

/// The texts whose contrast to what is behind them is below 4.5 to 1, as WCAG 2 asks for.
pub(super) const FAINT: &str = r"
(() => {
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = channels(color).slice(0, 3).map((c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (at) => {
    for (; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      const alpha = channels(color)[3];
      if (alpha === undefined || alpha > 0.99) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const faint = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !at.checkVisibility() || ['SCRIPT', 'STYLE', 'OPTION'].includes(at.tagName)) continue;
    const [a, b] = [light(getComputedStyle(at).color), light(behind(at))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faint.add(`${at.tagName}.${at.className} ${contrast.toFixed(2)}: ${walk.currentNode.data.slice(0, 30)}`);
  }
  return [...faint];
})()";

/// What makes the page wider than the screen.
pub(super) const WIDE: &str = r"
(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll('body *')].filter((at) => at.checkVisibility() && at.getBoundingClientRect().right > width + 1);
  return wide.slice(0, 12).map((at) => `${at.tagName}.${at.className} ${Math.round(at.getBoundingClientRect().right)}`).concat('too wide');
})()";
