import { useState } from 'react';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';

type Outcome = { readonly kind: 'same' | 'different' | 'unreadable'; readonly name: string };

async function sha256(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Compares a PDF with the digest on record. The file stays on this device. */
export function CompareFile({ digest, algorithm }: { digest: string; algorithm: string }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // Without https a browser offers no digests.
  if (!/sha-?256/i.test(algorithm) || !globalThis.crypto?.subtle) return null;
  const compare = async (file: File | undefined) => {
    if (!file) return;
    try {
      const same = (await sha256(file)) === digest.toLowerCase();
      setOutcome({ kind: same ? 'same' : 'different', name: file.name });
    } catch {
      setOutcome({ kind: 'unreadable', name: file.name });
    }
  };
  return (
    <section
      className="card no-print"
      aria-label="核对 PDF 文件"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void compare(event.dataTransfer.files[0]);
      }}
    >
      <h2>手里有 PDF 文件？</h2>
      <p>选择文件或拖到这里，看它有没有被改过。文件只在您的设备上比对，不会上传。</p>
      <div className="upload-buttons">
        <label className={`${buttonClass('secondary')} upload-pick`} htmlFor="paper-file">
          选择 PDF 文件
        </label>
        <input
          className="upload-input"
          id="paper-file"
          type="file"
          accept="application/pdf,.pdf"
          onChange={(event) => void compare(event.target.files?.[0])}
        />
      </div>
      {outcome?.kind === 'same' && (
        <Banner tone="good" live title="一致">
          <p>“{outcome.name}”和存档的文件完全相同，没有改过。</p>
        </Banner>
      )}
      {outcome?.kind === 'different' && (
        <Banner tone="bad" live title="不一致">
          <p>“{outcome.name}”和存档的文件不同：可能被改过、重新另存过，或者不是这一份。请以本页显示的内容为准。</p>
        </Banner>
      )}
      {outcome?.kind === 'unreadable' && (
        <Banner tone="wait" live title="文件没有读出来">
          <p>请重新选择“{outcome.name}”。</p>
        </Banner>
      )}
    </section>
  );
}
