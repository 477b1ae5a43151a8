import { createHash } from 'node:crypto';
import { mattersOn } from '#domain/catalog/catalog.ts';
import type { Cited, GuideQuestion, MatterGuide } from '#domain/catalog/guide-text.ts';
import { contactsOf, type GuideContacts } from '#domain/catalog/guide-units.ts';
import { formatChineseShort, partsOf } from '#domain/plain-date.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { formatCitation } from '#law/cite.ts';
import { type AskedGuide, type FoundEdition, findEdition, matterIn } from '../catalog/guide/find-edition.ts';
import type { Edition, MatterEdition } from '../catalog/guide/guide-editions.ts';
import { notePortal } from '../catalog/guide/note-portal.ts';
import type { Services } from '../platform/app-context.ts';
import type { FileReply } from '../platform/route.ts';
import { openPaperPress, type PaperPress, type Printed } from './papers/paper-press.ts';
import { qrPicture } from './papers/qr-picture.ts';

interface AskedPrint extends AskedGuide {
  readonly matter?: string;
}

/** Printed guides kept: the whole and its matters, for a few regions. */
const mostKept = 40;

/** Prints guides, each once: equal text gives equal bytes, so what was printed for a digest is handed out again. */
export function guidePrinter(services: Services): (asked: AskedPrint) => Promise<FileReply | Refusal> {
  const kept = new Map<string, Promise<Printed>>();
  let press: PaperPress | undefined;
  const print = (order: GuideOrder): Promise<Printed> => {
    const key = createHash('sha256').update(JSON.stringify(order.model)).digest('hex');
    const known = kept.get(key);
    if (known) return known;
    // Started with the first guide and at rest after a minute: the server prints nothing else.
    press ??= openPaperPress({ fontDirs: [...services.config.fontDirs], timeLimitMs: 60_000 });
    const printing = press.print({ template: 'guide/guide.typ', ...order });
    kept.set(key, printing);
    printing.catch(() => kept.delete(key));
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return printing;
  };
  return (asked) => printGuide(services, asked, print);
}

interface GuideOrder {
  readonly model: object;
  readonly codes: readonly (readonly [readonly string[], string])[];
  readonly timestamp: number;
}

async function printGuide(
  services: Services,
  asked: AskedPrint,
  print: (order: GuideOrder) => Promise<Printed>,
): Promise<FileReply | Refusal> {
  const found = await findEdition(services, asked);
  if (isRefusal(found)) return found;
  const listed = asked.matter === undefined ? null : matterIn(found, asked.matter);
  if (isRefusal(listed)) return listed;
  const edition: Edition | MatterEdition = listed?.edition ?? found.edition;
  const { version, digest, from } = edition;
  await notePortal(services, asked.channel, {
    page: asked.matter ? `paper:${asked.matter}` : 'paper',
    ...(found.on === found.today ? { copy: { form: 'paper', part: asked.matter ?? '', version, digest } } : {}),
  });
  const online = new URL(asked.matter ? `/guide/${asked.matter}` : '/guide', services.config.publicUrl);
  const printed = await print({
    model: modelOf(found, edition, asked.matter),
    codes: [[['qr'], qrPicture(online.href)]],
    timestamp: Date.parse(`${from}T12:00:00Z`) / 1000,
  });
  const name = `${listed ? `${listed.edition.name} 办理指引` : found.edition.guide.title} ${version}.pdf`;
  return { file: true, type: 'application/pdf', name, content: printed.pdf, inline: true };
}

const sources = { shared: '系统查，不用交', authority: '认定单位查，不用交', applicant: '您提供' } as const;
const sourceOrder = ['applicant', 'authority', 'shared'] as const;

/** 国家发展改革委令第36号第十四条: the full names would fill the page. */
const short = (cites: readonly string[]) =>
  [...new Set(cites.map(formatCitation))].map((text) => text.replace(/^《.+?》（([^）]*号)[^）]*）/, '$1'));
const line = ({ text, cites }: Cited) => ({ text, cites: short(cites) });
const question = (one: GuideQuestion) => ({ question: one.question, answers: one.answers.map(line) });

function modelOf(
  found: FoundEdition,
  { version, from, to }: Edition | MatterEdition,
  only: string | undefined,
): object {
  const { guide } = found.edition;
  const { year, month, day } = partsOf(from);
  const contacts = new Map(
    mattersOn(found.catalog, found.on).map((one) => [one.matterKey, contactsOf(found.catalog, one, found.region)]),
  );
  const shown = guide.matters.filter((one) => only === undefined || one.matterKey === only);
  return {
    title: only === undefined ? guide.title : `${shown[0]?.name ?? ''} 办理指引`,
    version,
    day: [year, month, day],
    span: `${formatChineseShort(from)}起有效${to ? `，到${formatChineseShort(to)}` : ''}`,
    region: found.region?.name ?? null,
    front: guide.front.map((one) => ({ title: one.title, lines: one.lines.map(line) })),
    matters: shown.map((one) =>
      matterModel(one, contacts.get(one.matterKey), {
        numbered: only === undefined,
        local: found.region !== null,
      }),
    ),
  };
}

function matterModel(
  guide: MatterGuide,
  contacts: GuideContacts | undefined,
  how: { numbered: boolean; local: boolean },
): object {
  return {
    heading: how.numbered ? `${guide.position}. ${guide.name}` : guide.name,
    plain: guide.plain.map(question),
    who: guide.who.map(line),
    conditions: guide.conditions.map(line),
    periods: guide.periods.map(line),
    materials: sourceOrder
      .flatMap((source) => guide.materials.filter((one) => one.source === source))
      .map((one) => ({ ...one, source: sources[one.source], cites: short(one.cites) })),
    steps: guide.steps.map(({ title, limit, ...step }) => ({ title, limit, ...line(step) })),
    limitNotes: guide.limitNotes.map(line),
    results: guide.results.map(line),
    remedies: guide.remedies.map(line),
    doors: guide.doors,
    fee: line(guide.fee),
    questions: guide.questions.map(question),
    confirmed: guide.confirmed.map(line),
    openQuestions: guide.openQuestions,
    units: [...(contacts?.units ?? []), ...(contacts?.windows ?? [])].map(({ name, phone, address }) => ({
      name,
      phone,
      address,
    })),
    unitNote: how.local
      ? (contacts?.unitNote ?? null)
      : '各市、县的办理单位，请扫首页的二维码，在网上指引里选择地区查看。',
  };
}
