import { useEffect, useRef, useState } from 'react';
import type { Guide } from '#contract/guide.ts';
import { Button } from '../ui/Button.tsx';

type Standing = 'still' | 'reading' | 'paused';

/** The browser's Chinese voice; browsers bring the list late, so it is asked again when it comes. */
function useChineseVoice(): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    const speech = window.speechSynthesis as SpeechSynthesis | undefined;
    if (!speech) return;
    const look = () => {
      const chinese = speech.getVoices().filter((one) => /^(zh|cmn)\b/i.test(one.lang.replace('_', '-')));
      setVoice(chinese.find((one) => /CN|Hans/i.test(one.lang)) ?? chinese[0]);
    };
    look();
    speech.addEventListener?.('voiceschanged', look);
    return () => speech.removeEventListener?.('voiceschanged', look);
  }, []);
  return voice;
}

/** What is read: the plain words of the guide, sentence by sentence (browsers stop in the middle of long texts). */
export function sentencesOf(guide: Pick<Guide, 'matter' | 'plain' | 'doors'>): string[] {
  const parts = [
    guide.matter.name,
    guide.matter.plain,
    ...guide.plain.flatMap((one) => [one.question, ...one.answers.map((answer) => answer.text)]),
    '在哪里办？',
    ...guide.doors.map((door) => `${door.name}。${door.text}`),
  ];
  return parts
    .flatMap((part) => part.match(/[^。！？；]+[。！？；]?/g) ?? [])
    .filter((one) => /\p{L}|\p{N}/u.test(one));
}

/** Reads the guide aloud: begin, pause, go on, stop. Not there where the browser has no Chinese voice. */
export function ReadAloud({ guide }: { guide: Guide }) {
  const voice = useChineseVoice();
  const [standing, setStanding] = useState<Standing>('still');
  // Each reading has a number: what an ended one still reports is nobody's business.
  const reading = useRef(0);
  const stop = () => {
    reading.current += 1;
    window.speechSynthesis?.cancel();
    setStanding('still');
  };
  // Another guide, or leaving, stops the voice.
  useEffect(() => stop, [guide.matter.matterKey]);
  if (!voice) return null;
  const begin = () => {
    window.speechSynthesis.cancel();
    reading.current += 1;
    const mine = reading.current;
    const sentences = sentencesOf(guide);
    for (const [index, text] of sentences.entries()) {
      const spoken = new SpeechSynthesisUtterance(text);
      spoken.voice = voice;
      spoken.lang = voice.lang;
      spoken.rate = 0.95;
      if (index === sentences.length - 1) spoken.onend = () => reading.current === mine && setStanding('still');
      window.speechSynthesis.speak(spoken);
    }
    setStanding('reading');
  };
  const pause = () => {
    window.speechSynthesis.pause();
    setStanding('paused');
  };
  const resume = () => {
    window.speechSynthesis.resume();
    setStanding('reading');
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that belong together, not fields of a form
    <div className="row no-print" role="group" aria-label="朗读指引">
      {standing === 'still' && (
        <Button kind="secondary" onClick={begin}>
          读给我听
        </Button>
      )}
      {standing === 'reading' && (
        <Button kind="secondary" onClick={pause}>
          暂停
        </Button>
      )}
      {standing === 'paused' && (
        <Button kind="secondary" onClick={resume}>
          接着读
        </Button>
      )}
      {standing !== 'still' && (
        <Button kind="quiet" onClick={stop}>
          停止
        </Button>
      )}
    </div>
  );
}
