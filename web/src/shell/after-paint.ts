/** Does something once the page is drawn as it was just changed; in a tab that nobody sees, which is not drawn, soon. */
export function afterPaint(act: () => void): void {
  if (document.hidden) setTimeout(act);
  else requestAnimationFrame(() => setTimeout(act));
}
