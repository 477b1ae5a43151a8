import { Button, Radio } from 'antd';
import { type PointerEvent, useRef } from 'react';
import { Labelled } from '../Labelled.tsx';
import { TextLine } from '../TextInput.tsx';
import { type Uploaded, UploadField } from './UploadField.tsx';

export interface Signed {
  /** drawn: by the visitor's own hand on the screen; paper: on the printed form, which is scanned. */
  readonly way: 'drawn' | 'paper';
  readonly name: string;
  /** Strokes as an SVG path in a 600×200 box. */
  readonly path: string;
  readonly scans: readonly Uploaded[];
}

interface Props {
  readonly subjectKey: string;
  readonly signed: Signed;
  readonly change: (signed: Signed) => void;
  readonly label: string;
  readonly print: () => void;
}

/** The visitor's signature: on the printed form, scanned, or with pen or finger on the screen. A name typed by the clerk is none. */
export function SignatureField({ subjectKey, signed, change, label, print }: Props) {
  return (
    <div className="signature">
      <Labelled label={label} id="field-signer">
        {(id) => (
          <TextLine
            id={id}
            value={signed.name}
            maxLength={60}
            onChange={(event) => change({ ...signed, name: event.target.value })}
          />
        )}
      </Labelled>
      <fieldset>
        <legend>签名方式</legend>
        <Radio.Group
          value={signed.way}
          onChange={(event) => change({ ...signed, way: event.target.value as Signed['way'] })}
          options={[
            { value: 'paper', label: '在打印的申请表上签名' },
            { value: 'drawn', label: '在屏幕上手写' },
          ]}
        />
      </fieldset>
      <div id="visit-signature">
        {signed.way === 'drawn' ? (
          <Pad path={signed.path} change={(path) => change({ ...signed, path })} />
        ) : (
          <div className="signature-paper">
            <UploadField
              subjectKey={subjectKey}
              materialKey="signed-form"
              label="签好名的申请表"
              files={signed.scans}
              change={(scans) => change({ ...signed, scans })}
            />
            <Button onClick={print}>打印申请表和承诺书（Alt + P）</Button>
          </div>
        )}
      </div>
    </div>
  );
}

function Pad({ path, change }: { path: string; change: (path: string) => void }) {
  const drawing = useRef(false);
  const latest = useRef(path);
  latest.current = path;
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.round(((event.clientX - box.left) / box.width) * 600);
    const y = Math.round(((event.clientY - box.top) / box.height) * 200);
    return `${Math.min(600, Math.max(0, x))},${Math.min(200, Math.max(0, y))}`;
  };
  const add = (piece: string) => {
    latest.current = `${latest.current}${piece}`;
    if (latest.current.length < 59_000) change(latest.current);
  };
  return (
    <>
      <svg
        className="pad"
        viewBox="0 0 600 200"
        role="img"
        aria-label={path ? '手写签名' : '在这里手写签名'}
        onPointerDown={(event) => {
          drawing.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          add(`M${point(event)}`);
        }}
        onPointerMove={(event) => drawing.current && add(` L${point(event)}`)}
        onPointerUp={() => {
          drawing.current = false;
        }}
        onPointerCancel={() => {
          drawing.current = false;
        }}
      >
        <line x1="20" y1="160" x2="580" y2="160" className="pad-line" />
        <path d={path} className="pad-ink" />
      </svg>
      <Button onClick={() => change('')} disabled={!path}>
        擦掉重签
      </Button>
    </>
  );
}
