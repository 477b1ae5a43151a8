import { Button, Input, Radio } from 'antd';
import { type PointerEvent, useRef } from 'react';
import { Labelled } from '../Labelled.tsx';

export interface Signed {
  readonly way: 'typed' | 'drawn';
  readonly name: string;
  /** Strokes as an SVG path in a 600×200 box. */
  readonly path: string;
}

/** A signature: drawn with a pen, a finger or the mouse, or the name typed. */
export function SignatureField({
  signed,
  change,
  label,
}: {
  signed: Signed;
  change: (signed: Signed) => void;
  label: string;
}) {
  return (
    <div className="signature">
      <Labelled label={label} id="field-signer">
        {(id) => (
          <Input
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
            { value: 'drawn', label: '在屏幕上手写' },
            { value: 'typed', label: '以输入的姓名签名' },
          ]}
        />
      </fieldset>
      {signed.way === 'drawn' && <Pad path={signed.path} change={(path) => change({ ...signed, path })} />}
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
    <div id="visit-signature">
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
    </div>
  );
}
