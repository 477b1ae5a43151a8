import { useEffect, useRef, useState } from 'react';
import type { Paper } from '#domain/intake/files/picture-findings.ts';
import { asProblem } from '../api-problem.ts';
import { checkPdf } from './upload-check-pdf.ts';
import { picturesToPdf } from './upload-pdf.ts';
import { forgetPending, recallPending, rememberPending } from './upload-pending.ts';
import { readShot, type Shot, shotToPage } from './upload-picture.ts';
import type { UploadProgress } from './upload-sender.ts';

/** Sends one file; resolves when it is kept. */
export type SendFile = (
  file: File,
  onProgress: (progress: UploadProgress) => void,
  signal: AbortSignal,
) => Promise<void>;

interface Options {
  /** What the files are, in the name of a PDF made of photos. */
  readonly label: string;
  readonly paper: Paper;
  /** Under which the file on its way is remembered, so that a reload loses nothing. */
  readonly pendingKey: string | undefined;
  readonly send: SendFile;
}

/** Doubts about a file that is not sent yet: the person says whether to go on. */
export interface Doubt {
  readonly name: string;
  readonly texts: readonly string[];
  readonly answer: (go: boolean) => void;
}

/** What is going on below one field of files. */
export interface Upload {
  readonly shots: readonly Shot[];
  readonly busy: string | null;
  readonly sending: { readonly name: string; readonly progress: UploadProgress; readonly since: number } | null;
  readonly doubt: Doubt | null;
  readonly failures: readonly string[];
  readonly again: (() => void) | null;
  choose(files: readonly File[]): Promise<void>;
  change(shots: readonly Shot[]): void;
  sendShots(): Promise<void>;
  stop(): void;
}

const isPdf = (file: File) => file.type === 'application/pdf' || /\.pdf$/i.test(file.name);

/** Takes files as they are chosen: photos become pages of one PDF, PDFs are looked into, and all go through breaks of the line. */
export function useUpload({ label, paper, pendingKey, send }: Options): Upload {
  const [shots, setShots] = useState<readonly Shot[]>([]);
  const [busy, setBusy] = useState<string | null>(null);
  const [sending, setSending] = useState<Upload['sending']>(null);
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [again, setAgain] = useState<(() => void) | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const forget = async () => (pendingKey ? forgetPending(pendingKey) : undefined);
  const fail = (text: string) => setFailures((now) => [...now, text]);

  /** True when the file is kept. */
  const transfer = async (file: File): Promise<boolean> => {
    const stop = new AbortController();
    stopping.current = stop;
    const since = Date.now();
    setAgain(null);
    setSending({ name: file.name, since, progress: { sent: 0, total: file.size, state: 'sending' } });
    if (pendingKey) await rememberPending(pendingKey, file.name, file);
    try {
      await send(
        file,
        (progress) => !stop.signal.aborted && setSending({ name: file.name, since, progress }),
        stop.signal,
      );
      await forget();
      return true;
    } catch (error) {
      // The page goes: what was on its way is taken up when it comes back. Stopped by the person: it was forgotten there.
      if (stop.signal.aborted) return false;
      const problem = asProblem(error);
      fail(`“${file.name}”没有传上去：${problem.detail}`);
      // A file that is not taken will not be taken another time either.
      if (problem.lost || problem.status === 401) setAgain(() => () => void retry(file));
      else await forget();
      return false;
    } finally {
      if (stopping.current === stop) setSending(null);
    }
  };
  const retry = async (file: File) => {
    setFailures([]);
    await transfer(file);
  };

  const offerPdf = async (file: File) => {
    setBusy(`正在检查“${file.name}”…`);
    const said = await checkPdf(file, paper).catch(() => ({ fault: '这份文件读不出来，请重新选择。', doubts: [] }));
    setBusy(null);
    if (said.fault) return fail(`“${file.name}”：${said.fault}`);
    const go =
      said.doubts.length === 0 ||
      (await new Promise<boolean>((answer) => setDoubt({ name: file.name, texts: said.doubts, answer })));
    setDoubt(null);
    if (go) await transfer(file);
  };

  const choose = async (files: readonly File[]) => {
    setFailures([]);
    const photos = files.filter((file) => !isPdf(file));
    for (const [index, file] of photos.entries()) {
      setBusy(photos.length > 1 ? `正在看照片，第 ${index + 1} 张，共 ${photos.length} 张…` : '正在看照片…');
      const shot = file.size > 0 ? await readShot(file, paper).catch(() => null) : null;
      if (shot) setShots((now) => [...now, shot]);
      else
        fail(`“${file.name}”打不开：它不是照片或 PDF，或者已经损坏。请重新拍照或另选一份；Word、Excel 请另存为 PDF。`);
    }
    setBusy(null);
    for (const file of files.filter(isPdf)) await offerPdf(file);
  };

  const sendShots = async () => {
    setFailures([]);
    const pages = [];
    try {
      for (const [index, shot] of shots.entries()) {
        setBusy(`正在合成 PDF，第 ${index + 1} 页，共 ${shots.length} 页…`);
        pages.push(await shotToPage(shot));
      }
    } catch {
      setBusy(null);
      return fail('有一页合不进去：照片太大，或者已经被删除。请去掉它重拍。');
    }
    setBusy(null);
    const name = `${[...label].slice(0, 30).join('')}（照片 ${pages.length} 页）.pdf`;
    const pdf = new File([picturesToPdf(pages) as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' });
    if (await transfer(pdf)) setShots([]);
  };

  const resume = useRef(async () => {
    const left = pendingKey ? await recallPending(pendingKey) : undefined;
    if (left && stopping.current === null) await transfer(new File([left.file], left.name, { type: left.file.type }));
  });
  useEffect(() => {
    void resume.current();
    return () => {
      stopping.current?.abort();
      stopping.current = null;
    };
  }, []);

  return {
    shots,
    busy,
    sending,
    doubt,
    failures,
    again,
    choose,
    change: setShots,
    sendShots,
    stop() {
      stopping.current?.abort();
      stopping.current = null;
      setSending(null);
      void forget();
    },
  };
}
