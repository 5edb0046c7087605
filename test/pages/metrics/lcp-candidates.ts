/** When each candidate is added, in ms after the one before; the first is in the document. Ids in the order in which they come. */
const CANDIDATES = [
  { id: 'second', after: 300, size: 60 },
  { id: 'third', after: 400, size: 120 },
] as const;

/** The ids of the LCP candidates, each larger and later than the one before. */
export const CANDIDATE_IDS = ['first', ...CANDIDATES.map(({ id }) => id)] as const;

/** A page whose texts grow, until a click adds the largest of all, which comes too late to be LCP. */
export const LCP_CANDIDATES = `
  <button>Add</button>
  <p id="first" style="font-size: 30px">Text of the page</p>
  <script>
    const add = (id, size) => {
      const text = Object.assign(document.createElement('p'), { id, textContent: 'Text of the page' });
      text.style.fontSize = size + 'px';
      known.moments[id] = performance.now();
      document.body.append(text);
    };
    let after = 0;
    for (const { id, after: ms, size } of ${JSON.stringify(CANDIDATES)}) {
      after += ms;
      setTimeout(add, after, id, size);
    }
    document.querySelector('button').onclick = () => {
      known.moments.click = performance.now();
      add('fourth', 200);
      known.afterPaint(() => { document.body.dataset.done = 'yes'; });
    };
  </script>`;
