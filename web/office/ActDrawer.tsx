import { Button, Drawer } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { DrawerBody } from './DrawerBody.tsx';
import { Refused } from './Refused.tsx';
import { showTooLong } from './TextInput.tsx';
import type { KeptDraft } from './use-kept.ts';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly close: () => void;
  /** The verb on the button. */
  readonly verb: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly refresh?: () => void;
  readonly submit: () => void;
  readonly children: ReactNode;
  readonly width?: number;
  /** What was typed: it stays when the drawer is closed, and the drawer says so when it opens with it again. */
  readonly draft?: KeptDraft;
}

/** Where an act is prepared: what it does, what it needs, one button. Ctrl+Enter carries it out. */
export function ActDrawer(asked: Props) {
  const body = useRef<HTMLDivElement>(null);
  const submit = () => {
    if (!(body.current && showTooLong(body.current))) asked.submit();
  };
  const props = { ...asked, submit };
  useSubmitKey(props);
  return (
    <Drawer
      title={props.title}
      open={props.open}
      // While it is being sent nothing closes it: the answer decides whether what was typed is still needed.
      onClose={props.busy ? undefined : props.close}
      size={props.width ?? 560}
      destroyOnHidden
      footer={
        <div className="drawer-foot">
          <Refused error={props.error} refresh={props.refresh} />
          <div className="drawer-acts">
            <Button onClick={props.close} disabled={props.busy}>
              先不办
            </Button>
            <Button
              type="primary"
              danger={props.danger ?? false}
              loading={props.busy}
              onClick={props.submit}
              title="也可以按 Ctrl + Enter"
            >
              {props.verb}
            </Button>
          </div>
        </div>
      }
    >
      <DrawerBody label={props.title} at={body}>
        {props.draft?.found && (
          <p className="kept-draft" role="status">
            上次没有办完的内容还在{' '}
            <Button size="small" onClick={props.draft.clear} disabled={props.busy}>
              清空
            </Button>
          </p>
        )}
        {props.children}
      </DrawerBody>
    </Drawer>
  );
}

/**
 * Ctrl+Enter, wherever the focus is while the drawer is open: the focus falls out of it when the control that had it goes away (a button
 * that was answered, a list that was read again), and a key pressed then must not be lost. Held down it counts once.
 */
function useSubmitKey({ open, busy, submit }: Pick<Props, 'open' | 'busy' | 'submit'>): void {
  const latest = useRef({ busy, submit });
  latest.current = { busy, submit };
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || event.isComposing) return;
      event.preventDefault();
      if (!latest.current.busy) latest.current.submit();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
}
