/** What the page of the collector's benchmark does: enough of everything that a collector watches. */
export const WORKLOAD = { resources: 300, userTimings: 1200, longTasks: 40, shifts: 100, interactions: 60 };

/** The page; its title goes `loaded` when it waits for clicks on `#button`, and `done` after the last one. */
export const WORKLOAD_HTML = `<!doctype html><title>loading</title>
<style>#spacer{height:0}#text{height:40px}button{position:fixed;top:0;right:0;width:100px;height:60px}</style>
<h1>Workload</h1><div id="spacer"></div><div id="text">text that shifts</div><button id="button">go</button>
<script>
const busy = (ms) => { const start = performance.now(); while (performance.now() - start < ms); };
const task = () => new Promise((resolve) => setTimeout(resolve));
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
async function work() {
  for (let i = 0; i < ${WORKLOAD.resources}; i += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, k) => fetch('/tiny?' + (i + k)).then((response) => response.text())));
  }
  for (let i = 0; i < ${WORKLOAD.userTimings / 2}; i++) {
    performance.mark('mark-' + i, { detail: { i } });
    performance.measure('measure-' + i, 'mark-' + i);
    if (i % 20 === 0) await task();
  }
  for (let i = 0; i < ${WORKLOAD.longTasks}; i++) { busy(55); await frame(); }
  for (let i = 0; i < ${WORKLOAD.shifts}; i++) { spacer.style.height = (i % 2 ? 0 : 30) + 'px'; await frame(); }
  document.title = 'loaded';
}
let clicks = 0;
button.onclick = () => { busy(42); if (++clicks === ${WORKLOAD.interactions}) document.title = 'done'; };
addEventListener('load', () => setTimeout(work, 300));
</script>`;
