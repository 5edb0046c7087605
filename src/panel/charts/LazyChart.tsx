import { useEffect, useRef } from 'preact/hooks';
import type { PanelChart } from './panel-chart.ts';

interface Props<Data> {
  /** Class of the box, which has the chart's height before the chart is there. */
  readonly name: string;
  readonly testId: string;
  /** The chart in words. */
  readonly label: string;
  readonly data: Data;
  load(): Promise<(canvas: HTMLCanvasElement) => PanelChart<Data>>;
}

/** A chart whose code, and chart.js with the first of them, is loaded when it is shown. */
export function LazyChart<Data>({ name, testId, label, data, load }: Props<Data>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<PanelChart<Data> | null>(null);
  const latest = useRef(data);
  latest.current = data;

  useEffect(() => {
    let unmounted = false;
    void load().then((create) => {
      if (unmounted || !canvas.current) return;
      chart.current = create(canvas.current);
      chart.current.update(latest.current);
    });
    return () => {
      unmounted = true;
      chart.current?.destroy();
    };
  }, []);

  useEffect(() => chart.current?.update(data), [data]);

  return (
    <div class={name}>
      <canvas ref={canvas} role="img" aria-label={label} data-testid={testId} />
    </div>
  );
}
