import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ExportScope } from '../panel/export/export-scope.ts';

interface Props {
  readonly version: string;
  onClose(): void;
}

/** The panel's form of exports in the popup; its code is loaded when it is first asked for. */
export function ExportSection({ version, onClose }: Props) {
  const form = useSignal<ComponentType<Props & { readonly chosen: ExportScope | null }> | null>(null);
  const failure = useSignal<string | null>(null);
  const section = useRef<HTMLElement>(null);

  useEffect(() => {
    import('../panel/export/ExportForm.tsx').then(
      ({ ExportForm }) => {
        form.value = ExportForm;
      },
      (error: unknown) => {
        failure.value = error instanceof Error ? error.message : String(error);
      },
    );
  }, [form, failure]);

  // The button that was pressed is gone: the keyboard goes on in the form.
  useEffect(() => {
    section.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [form.value]);

  const Form = form.value;
  if (failure.value !== null) return <p role="alert">The export could not be loaded: {failure.value}. Try it again.</p>;
  return (
    <section ref={section} aria-labelledby="export-title">
      <h1 class="visually-hidden">Vitalog</h1>
      {Form ? <Form version={version} chosen={null} onClose={onClose} /> : <p class="muted late">Loading…</p>}
    </section>
  );
}
