import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { findingTexts, type Shot } from './upload-picture.ts';

interface Props {
  readonly shots: readonly Shot[];
  readonly disabled: boolean;
  readonly change: (shots: readonly Shot[]) => void;
  readonly send: () => void;
  /** Adds another photo. */
  readonly more: ReactNode;
}

/** Photos before they go: what may be wrong with each, turned, put in order, taken out; then one PDF. */
export function UploadPages({ shots, disabled, change, send, more }: Props) {
  const doubtful = shots.filter((shot) => findingTexts(shot).length > 0).length;
  const swap = (one: number, other: number) => {
    const next = [...shots];
    [next[one], next[other]] = [next[other]!, next[one]!];
    change(next);
  };
  return (
    <section className="shots" aria-label="准备上传的照片">
      <p role="status">
        {doubtful > 0
          ? `${shots.length} 页照片，其中 ${doubtful} 页可能有问题。可以重拍，也可以就这样上传。`
          : `${shots.length} 页照片，看起来都清楚。`}
      </p>
      <ol className="shot-list">
        {shots.map((shot, index) => (
          <li key={shot.id} className="shot">
            <span className="shot-frame">
              <img src={shot.small} alt={`第 ${index + 1} 页`} style={{ transform: `rotate(${shot.turn}deg)` }} />
            </span>
            <div className="shot-said">
              <strong>第 {index + 1} 页</strong>
              <ul className="plain">
                {findingTexts(shot).map((text) => (
                  <li key={text} className="shot-doubt">
                    <span aria-hidden="true">! </span>
                    {text}
                  </li>
                ))}
              </ul>
              <div className="shot-acts">
                <Act
                  label={`第 ${index + 1} 页转一下`}
                  text="转一下"
                  act={() =>
                    change(
                      shots.map((one) =>
                        one === shot ? { ...one, turn: ((one.turn + 90) % 360) as Shot['turn'] } : one,
                      ),
                    )
                  }
                />
                {index > 0 && (
                  <Act label={`第 ${index + 1} 页往前移`} text="往前移" act={() => swap(index, index - 1)} />
                )}
                {index < shots.length - 1 && (
                  <Act label={`第 ${index + 1} 页往后移`} text="往后移" act={() => swap(index, index + 1)} />
                )}
                <Act
                  label={`去掉第 ${index + 1} 页`}
                  text="去掉"
                  act={() => change(shots.filter((one) => one !== shot))}
                />
              </div>
            </div>
          </li>
        ))}
      </ol>
      <div className="row upload-buttons">
        <Button onClick={send} disabled={disabled}>
          {shots.length > 1 ? `合成一份 PDF 上传（${shots.length} 页）` : '上传这 1 页'}
        </Button>
        {more}
      </div>
      <p className="field-hint">会转正、合成一份 PDF；照片里的拍摄地点等信息会去掉。</p>
    </section>
  );
}

function Act({ label, text, act }: { label: string; text: string; act: () => void }) {
  return (
    <Button kind="quiet" aria-label={label} onClick={act}>
      {text}
    </Button>
  );
}
