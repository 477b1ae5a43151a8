import { useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { tooLongText } from './text-length.ts';

/** Signing as the wire takes it: a typed name, or strokes as an SVG path in a 600×200 box. */
export interface SignatureValue {
  readonly way: 'typed' | 'drawn';
  readonly name: string;
  readonly path?: string;
}

interface SignaturePadProps {
  id: string;
  value: SignatureValue;
  error?: string | undefined;
  onChange: (value: SignatureValue) => void;
}

const longest = 58_000;

/** Sign by typing the name or by drawing it with finger, pen or mouse. */
export function SignaturePad({ id, value, error: given, onChange }: SignaturePadProps) {
  const error = given ?? tooLongText(value.name, 60);
  const way = (next: 'typed' | 'drawn') => onChange({ ...value, way: next });
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'}>
      <legend className="field-label">签名方式</legend>
      <div className="choices choices-inline">
        {(['typed', 'drawn'] as const).map((one) => (
          <label className="choice" key={one}>
            <input type="radio" name={`${id}-way`} checked={value.way === one} onChange={() => way(one)} />
            <span className="choice-label">{one === 'typed' ? '输入姓名' : '手写签名'}</span>
          </label>
        ))}
      </div>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          签名人姓名
        </label>
        {error && (
          <p className="field-error" id={`${id}-error`}>
            {error}
          </p>
        )}
        <input
          className="control"
          id={id}
          value={value.name}
          autoComplete="name"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </div>
      {value.way === 'drawn' && (
        <Pad path={value.path ?? ''} onChange={(path) => onChange({ ...value, path: path || undefined })} />
      )}
    </fieldset>
  );
}

function Pad({ path, onChange }: { path: string; onChange: (path: string) => void }) {
  const box = useRef<SVGSVGElement>(null);
  const [stroke, setStroke] = useState('');
  const point = (event: React.PointerEvent) => {
    const edge = box.current!.getBoundingClientRect();
    const x = Math.round(((event.clientX - edge.left) / edge.width) * 600);
    const y = Math.round(((event.clientY - edge.top) / edge.height) * 200);
    return `${Math.min(600, Math.max(0, x))},${Math.min(200, Math.max(0, y))}`;
  };
  const finish = () => {
    if (stroke.includes('L') && path.length + stroke.length < longest) onChange(path + stroke);
    setStroke('');
  };
  return (
    <div className="signature">
      <svg
        ref={box}
        viewBox="0 0 600 200"
        role="img"
        aria-label={path ? '手写签名，已经写好' : '手写签名区，还是空的。不方便手写时请选“输入姓名”'}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setStroke(`M${point(event)}`);
        }}
        onPointerMove={(event) => stroke && setStroke(`${stroke}L${point(event)}`)}
        onPointerUp={finish}
        onPointerCancel={finish}
      >
        <line x1="40" x2="560" y1="160" y2="160" className="signature-line" />
        <path d={path + stroke} className="signature-ink" />
      </svg>
      <div className="row">
        <Button kind="quiet" disabled={!path} onClick={() => onChange('')}>
          擦掉重写
        </Button>
      </div>
    </div>
  );
}
