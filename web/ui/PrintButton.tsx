import { Button } from './Button.tsx';

/** Prints this page; the print style leaves out what is only for the screen. */
export function PrintButton({ children = '打印这一页' }: { children?: string }) {
  return (
    <Button kind="secondary" className="no-print" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
