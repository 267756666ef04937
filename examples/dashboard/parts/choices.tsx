interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly chosen: readonly Value[];
  onChange(chosen: readonly Value[]): void;
}

/** Any of some; none restricts nothing. */
export function Choices<Value extends string>({ legend, values, names, chosen, onChange }: ChoicesProps<Value>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target: { checked } }) => onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value))}
          />
          <span>{names[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}
