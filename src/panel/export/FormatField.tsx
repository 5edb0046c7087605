import type { Signal } from '@preact/signals';
import { EXPORT_FORMAT_IDS, EXPORT_FORMATS, type ExportFormatId } from '../../report/export-formats.ts';

/** The format of the file, and what it is good for. */
export function FormatField({ format }: { readonly format: Signal<ExportFormatId> }) {
  return (
    <label class="field">
      <span>Format</span>
      <select
        class="select"
        data-testid="export-format"
        value={format.value}
        onChange={({ currentTarget }) => {
          format.value = EXPORT_FORMAT_IDS.find((id) => id === currentTarget.value) ?? 'json';
        }}
      >
        {EXPORT_FORMAT_IDS.map((id) => (
          <option key={id} value={id}>
            {EXPORT_FORMATS[id].title}
          </option>
        ))}
      </select>
      <span class="muted">{EXPORT_FORMATS[format.value].use}</span>
    </label>
  );
}
