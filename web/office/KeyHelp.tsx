/** The keys of a screen, one after another. */
export function KeyHelp({ keys }: { keys: readonly (readonly [key: string, what: string])[] }) {
  return (
    <dl className="keys" aria-label="快捷键">
      {keys.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
