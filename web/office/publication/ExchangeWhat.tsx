interface Props {
  readonly exchange: { readonly kindName: string; readonly systemName: string };
}

/** What was asked of an outside system, and of which. */
export function ExchangeWhat({ exchange }: Props) {
  return (
    <div className="two-lines">
      <strong>{exchange.kindName}</strong>
      <span className="quiet">{exchange.systemName}</span>
    </div>
  );
}
