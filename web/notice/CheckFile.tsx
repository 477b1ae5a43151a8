import { useState } from 'react';
import type { ReplyTo } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { checkFile, type FileFinding, largestPaper } from './check-file.ts';
import { PaperFacts } from './PaperFacts.tsx';

type Paper = ReplyTo<'verifyPaper'>;
type Shown = FileFinding | { readonly kind: 'failed'; readonly name: string; readonly why: string };

/** Tells of a chosen or dropped PDF whether it is the very file. With `asked`, of that paper; else of any. */
export function CheckFile({ asked }: { asked?: Paper }) {
  const [shown, setShown] = useState<Shown | 'busy' | null>(null);
  const check = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > largestPaper)
      return setShown({ kind: 'failed', name: file.name, why: '这个文件太大，不是本平台的文书。' });
    setShown('busy');
    try {
      setShown(await checkFile(file, asked));
    } catch (error) {
      setShown({ kind: 'failed', name: file.name, why: whyOf(error) });
    }
  };
  return (
    <section
      className="card no-print"
      aria-label="核对 PDF 文件"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void check(event.dataTransfer.files[0]);
      }}
    >
      <h2>手里有 PDF 文件？</h2>
      <p>
        选择文件，或者拖到这里{asked ? '' : '（不用填验证码）'}
        ，看它是不是原件、有没有被改过。文件只在您的设备上计算，不会上传。
      </p>
      <div className="upload-buttons">
        <label className={`${buttonClass('secondary')} upload-pick`} htmlFor="paper-file">
          选择 PDF 文件
        </label>
        <input
          className="upload-input"
          id="paper-file"
          type="file"
          accept="application/pdf,.pdf"
          onChange={(event) => {
            void check(event.target.files?.[0]);
            // The same file may be chosen again after it was changed.
            event.target.value = '';
          }}
        />
      </div>
      {shown === 'busy' && <p role="status">正在计算……</p>}
      {shown && shown !== 'busy' && <Outcome shown={shown} asked={asked} />}
    </section>
  );
}

function whyOf(error: unknown): string {
  const problem = asProblem(error);
  if (problem.status === 429) return '查得太频繁了，请过一分钟再试。';
  return problem.detail || '文件没有读出来，请重新选择。';
}

function Outcome({ shown, asked }: { shown: Shown; asked: Paper | undefined }) {
  if (shown.kind === 'failed')
    return (
      <Banner tone="wait" live title="没有核对成">
        <p>
          “{shown.name}”：{shown.why}
        </p>
      </Banner>
    );
  return (
    <div className="stack">
      <Verdict finding={shown} asked={asked !== undefined} />
      {shown.kind !== 'unknown' && shown.paper.code !== asked?.code && <PaperFacts paper={shown.paper} />}
      <details>
        <summary>这个文件的摘要</summary>
        <p className="number small digest">SHA-256 {shown.sha256}</p>
        <p className="number small digest">SM3 {shown.sm3}</p>
      </details>
    </div>
  );
}

function Verdict({ finding, asked }: { finding: FileFinding; asked: boolean }) {
  const name = `“${finding.name}”`;
  if (finding.kind === 'original' && finding.paper.state === 'in-force')
    return (
      <Banner tone="good" live title="是原件，没有改过">
        <p>{name}和发出时完全相同。</p>
      </Banner>
    );
  if (finding.kind === 'original')
    return (
      <Banner tone="bad" live title="文件没有改过，但文书已经失效">
        <p>
          {name}和发出时相同。{finding.paper.stateText}
        </p>
      </Banner>
    );
  if (finding.kind === 'another')
    return (
      <Banner tone="wait" live title="这是另一份文书的原件">
        <p>{name}是下面这一份，不是上面验证码所指的那一份。</p>
      </Banner>
    );
  if (finding.kind === 'added-to')
    return (
      <Banner tone="bad" live title="被改过">
        <p>{name}是在下面这份文书的原件上改的：发出以后又加进了内容。请以原件为准。</p>
      </Banner>
    );
  return (
    <Banner tone="bad" live title="不是原件">
      <p>{name}和本平台发出的文件都不相同：可能被改过、另存或者重新扫描过，也可能不是本平台的文书。</p>
      <p>{asked ? '请以上面显示的内容为准。' : '把文书下方的验证码填在上面，可以核对内容。'}</p>
    </Banner>
  );
}
