import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CacheLimits } from '../../model/cache.ts';
import { LIMIT_FIELDS, type LimitField, parseLimit } from './limit-fields.ts';

interface Props {
  readonly limits: CacheLimits;
  onChange(limits: CacheLimits): void;
}

/** What the store may hold. Each limit takes effect when its field is left or Enter is pressed. */
export function LimitsForm({ limits, onChange }: Props) {
  return (
    <section class="section" aria-labelledby="limits-title">
      <h2 id="limits-title">What is kept</h2>
      <p class="muted">
        Beyond these limits the page loads that were not used for longest go first. Pinned sessions and baselines stay.
      </p>
      <div class="limit-fields">
        {LIMIT_FIELDS.map((field) => (
          <LimitInput
            key={field.name}
            field={field}
            value={limits[field.name]}
            onChange={(value) => onChange({ ...limits, [field.name]: value })}
          />
        ))}
      </div>
    </section>
  );
}

interface InputProps {
  readonly field: LimitField;
  readonly value: number;
  onChange(value: number): void;
}

function LimitInput({ field, value, onChange }: InputProps) {
  const problem = useSignal<string | null>(null);
  const id = `limit-${field.name}`;
  const input = useRef<HTMLInputElement>(null);

  // What is being typed is the field's own, until there is another limit.
  useLayoutEffect(() => {
    if (input.current) input.current.value = String(Math.round((value / field.size) * 100) / 100);
    problem.value = null;
  }, [value, field, problem]);

  function take(text: string): void {
    const parsed = parseLimit(text, field);
    problem.value = typeof parsed === 'number' ? null : parsed.problem;
    if (typeof parsed === 'number' && parsed !== value) onChange(parsed);
  }

  return (
    <div class="limit-field">
      <label for={id}>
        {field.label} <span class="visually-hidden">{field.unit}</span>
      </label>
      <input
        ref={input}
        id={id}
        class="search number"
        type="number"
        inputMode="numeric"
        min={field.min}
        max={field.max}
        step="any"
        aria-invalid={problem.value !== null}
        aria-describedby={problem.value === null ? undefined : `${id}-problem`}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <span aria-hidden="true">{field.unit}</span>
      {problem.value !== null && (
        <p id={`${id}-problem`} class="field-problem" role="alert">
          {problem.value}
        </p>
      )}
    </div>
  );
}
