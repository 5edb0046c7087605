import type { Signal } from '@preact/signals';
import type { RedactionLevel } from '../../model/report.ts';

const LEVELS: readonly { readonly level: RedactionLevel; readonly title: string; readonly what: string }[] = [
  { level: 'default', title: 'Default', what: 'hides query values, titles, texts and whatever looks like a secret' },
  { level: 'strict', title: 'Strict', what: 'hides hosts, paths and names as well' },
  { level: 'raw', title: 'Raw', what: 'hides nothing; credentials and fragments were never recorded' },
];

interface Props {
  readonly level: Signal<RedactionLevel>;
  /** The user has said that the next raw export is meant. */
  readonly isRawMeant: Signal<boolean>;
}

/** How much the file gives away. */
export function LevelFields({ level, isRawMeant }: Props) {
  return (
    <fieldset class="choices">
      <legend>Redaction</legend>
      {LEVELS.map(({ level: name, title, what }) => (
        <label key={name} class="choice">
          <input
            type="radio"
            name="level"
            value={name}
            checked={level.value === name}
            onChange={() => {
              level.value = name;
              isRawMeant.value = false;
            }}
          />
          <span>
            {title} <span class="muted">{what}</span>
          </span>
        </label>
      ))}
      {level.value === 'raw' && (
        <label class="choice warning">
          <input
            type="checkbox"
            checked={isRawMeant.value}
            data-testid="raw-meant"
            onChange={({ currentTarget }) => (isRawMeant.value = currentTarget.checked)}
          />
          <span>This file may hold tokens, e-mail addresses and names. I mean to save it as it is.</span>
        </label>
      )}
    </fieldset>
  );
}
