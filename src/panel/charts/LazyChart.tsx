import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelChart } from './panel-chart.ts';

/** A page that streams changes its figures with every frame; nobody reads a chart that often. */
const REDRAW_MS = 250;

interface Props<Data> {
  /** Class of the box, which has the chart's height before the chart is there. */
  readonly name: string;
  readonly testId: string;
  /** The chart in words. */
  readonly label: string;
  /** Id of the element that holds the same as text. */
  readonly details?: string;
  readonly data: Data;
  load(): Promise<(canvas: HTMLCanvasElement) => PanelChart<Data>>;
}

/** A chart whose code, and chart.js with the first of them, is loaded when it is shown. */
export function LazyChart<Data>({ name, testId, label, details, data, load }: Props<Data>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<PanelChart<Data> | null>(null);
  const latest = useRef(data);
  const drawnAt = useRef(0);
  const [failed, setFailed] = useState(false);
  latest.current = data;

  function draw(): void {
    drawnAt.current = performance.now();
    chart.current?.update(latest.current);
  }

  useEffect(() => {
    let unmounted = false;
    load().then(
      (create) => {
        if (unmounted || !canvas.current) return;
        chart.current = create(canvas.current);
        draw();
      },
      () => setFailed(true),
    );
    return () => {
      unmounted = true;
      chart.current?.destroy();
    };
  }, []);

  useEffect(() => {
    const timer = setTimeout(draw, drawnAt.current + REDRAW_MS - performance.now());
    return () => clearTimeout(timer);
  }, [data]);

  return (
    <div class={name}>
      {failed && <p class="muted">The picture could not be loaded. Close DevTools and open them again.</p>}
      <canvas ref={canvas} role="img" aria-label={label} aria-details={details} data-testid={testId} />
    </div>
  );
}
