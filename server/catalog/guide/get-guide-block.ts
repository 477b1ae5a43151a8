import type { Cited, GuideMaterial, MatterGuide } from '#domain/catalog/guide-text.ts';
import { contactsOf, type GuideContacts } from '#domain/catalog/guide-units.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Services } from '../../platform/app-context.ts';
import type { FileReply } from '../../platform/route.ts';
import { blockPage, citesHtml, type Html, html } from './block-page.ts';
import { type AskedGuide, type FoundEdition, findEdition, matterIn } from './find-edition.ts';
import { framing } from './framing.ts';
import type { Edition } from './guide-editions.ts';
import { notePortal } from './note-portal.ts';

interface AskedBlock extends AskedGuide {
  readonly matter?: string;
}

/** The block that portals show in a frame: the list of matters, or one matter in plain words. Always today's text. */
export async function getGuideBlock(services: Services, asked: AskedBlock): Promise<FileReply | Refusal> {
  const found = await findEdition(services, asked);
  if (isRefusal(found)) return found;
  const made = asked.matter === undefined ? listBlock(services, found, asked) : matterBlock(services, found, asked);
  if (isRefusal(made)) return made;
  const portal = await notePortal(services, asked.channel, {
    page: asked.matter ? `block:${asked.matter}` : 'block',
    copy: { form: 'block', part: asked.matter ?? '', version: made.version, digest: made.digest },
  });
  return {
    file: true,
    type: 'text/html; charset=utf-8',
    name: 'guide.html',
    inline: true,
    content: Buffer.from(made.page),
    headers: framing(portal),
  };
}

interface Made {
  readonly page: string;
  readonly version: string;
  readonly digest: string;
}

/** An address of ours with the channel it is reached through. */
function addressOf(services: Services, path: string, asked: AskedBlock, more: Record<string, string> = {}): string {
  const url = new URL(path, services.config.publicUrl);
  for (const [name, value] of Object.entries({ ...more, channel: asked.channel, region: asked.region }))
    if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

function listBlock(services: Services, { edition }: FoundEdition, asked: AskedBlock): Made {
  const items = edition.guide.matters.map(
    (one) =>
      html`<li><a href="${addressOf(services, '/embed/guide', asked, { matter: one.matterKey })}"><strong>${one.name}</strong><span>${one.what[0]?.text ?? ''}</span></a></li>`,
  );
  const conditions = edition.guide.front.find((one) => one.title === '申报条件')?.lines[0];
  const page = blockPage({
    title: edition.guide.title,
    version: edition,
    body: html`<h1>“信用修复一件事”指引</h1><p>${conditions?.text ?? ''}</p><h2>选一个事项</h2><ul class="list">${items}</ul>`,
    links: [
      { text: '查我的记录，开始办理', href: addressOf(services, '/', asked) },
      { text: '看完整指引', href: addressOf(services, '/guide', asked) },
    ],
  });
  return { page, version: edition.version, digest: edition.digest };
}

function matterBlock(services: Services, found: FoundEdition, asked: AskedBlock): Made | Refusal {
  const listed = matterIn(found, asked.matter!);
  if (isRefusal(listed)) return listed;
  const { matter, edition } = listed;
  const guide = guideIn(found.edition, matter.matterKey);
  const contacts = contactsOf(found.catalog, matter, found.region);
  const page = blockPage({
    title: `${guide.name} · 信用修复一件事指引`,
    version: edition,
    body: html`<a class="back" href="${addressOf(services, '/embed/guide', asked)}">← 全部事项</a>
<h1>${guide.name}</h1>${plainPart(guide)}${materialsPart(guide.materials)}${stepsPart(guide)}${unitsPart(contacts, found.region !== null)}`,
    links: [
      { text: '查我的记录，开始办理', href: addressOf(services, '/', asked) },
      { text: '看完整指引', href: addressOf(services, `/guide/${matter.matterKey}`, asked) },
    ],
  });
  return { page, version: edition.version, digest: edition.digest };
}

function guideIn({ guide }: Edition, matterKey: string): MatterGuide {
  return guide.matters.find((one) => one.matterKey === matterKey)!;
}

const cited = ({ text, cites }: Cited): Html => html`<li>${text}${citesHtml(cites)}</li>`;

function plainPart({ plain }: MatterGuide): Html {
  const parts = plain.map(
    (one, index) =>
      html`<details${{ html: index < 2 ? ' open' : '' }}><summary>${one.question}</summary><ul>${one.answers.map(cited)}</ul></details>`,
  );
  return html`<h2>大白话</h2>${parts}`;
}

const sources = { shared: '系统查', authority: '认定单位查', applicant: '您提供' } as const;

function materialsPart(materials: readonly GuideMaterial[]): Html {
  const order = ['applicant', 'authority', 'shared'] as const;
  const lines = order
    .flatMap((source) => materials.filter((one) => one.source === source))
    .map(
      (one) =>
        html`<li><span class="tag">${sources[one.source]}</span> <strong>${one.name}</strong>${one.required ? '' : '（有就交）'}<br>${one.why}${citesHtml(one.cites)}</li>`,
    );
  return html`<h2>材料</h2><ul>${lines}</ul>`;
}

function stepsPart({ steps }: MatterGuide): Html {
  const lines = steps.map(
    (one, index) =>
      html`<li><strong>${index + 1}. ${one.title}</strong>${one.limit ? html` <span class="tag">${one.limit}</span>` : ''}<br>${one.text}</li>`,
  );
  return html`<h2>怎么办、多久</h2><ol>${lines}</ol>`;
}

function unitsPart({ units, unitNote, windows }: GuideContacts, chosen: boolean): Html {
  const note = chosen ? unitNote : '各市、县的办理单位，请在完整指引里选择地区查看。';
  const lines = [...units, ...windows].map(
    (one) =>
      html`<li><strong>${one.name}</strong>${one.phone ? html`<br>电话 <a href="tel:${one.phone}">${one.phone}</a>` : ''}${one.address ? html`<br>${one.address}` : ''}</li>`,
  );
  return html`<h2>找哪个单位</h2>${note ? html`<p class="soft">${note}</p>` : ''}<ul>${lines}</ul>`;
}
