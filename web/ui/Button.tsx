import type { ComponentProps } from 'react';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger';

/** Class of anything that looks like a button: links to a next screen look like buttons too. */
export function buttonClass(kind: Kind = 'primary', wide = false): string {
  return `button button-${kind}${wide ? ' button-wide' : ''}`;
}

/** A button that says what it does. While `busy` it keeps its place, says so, and cannot be pressed twice. */
export function Button({
  kind = 'primary',
  wide = false,
  busy = false,
  busyText = '正在办理…',
  className = '',
  children,
  disabled,
  ...rest
}: ComponentProps<'button'> & { kind?: Kind; wide?: boolean; busy?: boolean; busyText?: string }) {
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass(kind, wide)} ${className}`}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy ? busyText : children}
    </button>
  );
}
