/** As much slower as makes a flood too dear that any limit of entries lets pass. */
export const SLOWER = 20;
/** Marks, and elements whose name is dear to make, since each has thousands of classes; until told that there are enough. */
export const FLOOD = `(async () => {
  const classes = Array.from({ length: 3000 }, (_, i) => 'c' + i).reverse().join(' ');
  let made = 0;
  while (!globalThis.enough) {
    for (let i = 0; i < 10; i++) {
      performance.mark('dear-' + made++);
      const element = document.createElement('p');
      element.setAttribute('elementtiming', 'dear');
      element.className = classes;
      element.style.cssText = 'position: fixed; top: 0';
      element.textContent = 'dear';
      document.body.append(element);
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
  return made;
})()`;
