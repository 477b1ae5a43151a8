import { Button, Drawer } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { Refused } from './Refused.tsx';

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
}

/** Where an act is prepared: what it does, what it needs, one button. Ctrl+Enter carries it out. */
export function ActDrawer(props: Props) {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !props.busy) props.submit();
  };
  return (
    <Drawer
      title={props.title}
      open={props.open}
      onClose={props.close}
      size={props.width ?? 560}
      destroyOnHidden
      footer={
        <div className="drawer-foot">
          <Refused error={props.error} refresh={props.refresh} />
          <div className="drawer-acts">
            <Button onClick={props.close}>先不办</Button>
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key works for every field inside. */}
      <div className="drawer-body" onKeyDown={onKey}>
        {props.children}
      </div>
    </Drawer>
  );
}
