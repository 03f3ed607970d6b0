/* eslint-disable no-script-url -- addresses that are refused */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JSX } from 'react';
import { approvalDetail } from './__testUtils__/approvalDetail';
import { ledgerItem } from './__testUtils__/inventoryViews';
import { record } from './__testUtils__/recordViews';
import { renderForLedger } from './__testUtils__/renderForLedger';
import { ledgerTarget } from './__testUtils__/sourceViews';
import { MissingFields } from './inventory/MissingFields';
import { UninventoriedPipelines } from './inventory/UninventoriedPipelines';
import { RecordFields } from './record/RecordFields';
import { TargetItem } from './sources/TargetItem';
import { MemberRow } from './tab/MemberRow';

const hostile = [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)//https://x',
  'data:text/html,x',
  'vbscript:x',
  'https:javascript:alert(1)',
  '//evil.example',
  'https://github.com@evil.example',
];

const [row] = approvalDetail.rows;

const pipelines = (repository: string) =>
  ({
    items: [
      {
        urn: 'urn:x:y',
        name: 'x',
        repository,
        sourceId: 'cdevents',
        firstSeen: '2026-10-02T08:00:00.000Z',
        lastSeen: '2026-11-24T17:21:00.000Z',
        assets: [],
      },
    ],
  } as never);

/** Everything that shows an address somebody else wrote. */
const shown: [string, (address: string) => JSX.Element, string?][] = [
  [
    'MemberRow',
    uri => (
      <MemberRow
        row={{ ...row!, member: { ...row!.member, uri } }}
        entityRef="component:default/ledger"
      />
    ),
    row!.reason.sentence,
  ],
  [
    'RecordFields',
    editUrl => (
      <RecordFields
        record={{ ...record, asset: { ...record.asset, editUrl } }}
      />
    ),
  ],
  [
    'MissingFields',
    editUrl => <MissingFields item={{ ...ledgerItem, editUrl }} />,
    'missing',
  ],
  [
    'UninventoriedPipelines',
    repository => <UninventoriedPipelines pipelines={pipelines(repository)} />,
  ],
  [
    'TargetItem',
    target => (
      <TargetItem
        target={{ ...ledgerTarget, target }}
        action={null}
        backfill={null}
      />
    ),
  ],
];

async function addresses(element: JSX.Element, toOpen?: string) {
  renderForLedger(<main>{element}</main>);
  const main = await screen.findByRole('main');
  if (toOpen) {
    const name = new RegExp(toOpen.replace(/[.()]/g, '\\$&'));
    await userEvent.click(within(main).getByRole('button', { name }));
  }
  // A popover is beside the page.
  return [...document.querySelectorAll('a')].map(a => a.getAttribute('href'));
}

describe.each(shown)('%s', (_, show, toOpen) => {
  it('leads to the web', async () => {
    const address = 'https://github.com/bank/x';
    expect(await addresses(show(address), toOpen)).toContain(address);
  });

  it.each(hostile)('does not lead to %s', async address => {
    const found = await addresses(show(address), toOpen);
    expect(found.filter(href => !/^\/(?!\/)/.test(href ?? ''))).toEqual([]);
  });
});

/** Links within Backstage, made from nothing but routes and encoded ids. */
const OWN_LINKS = [
  'href="?"',
  'href={address}', // of WebLink
  'href={toAddress(entityRef)}',
  'to={toAddress(entityRef)}',
  'href={addressOfSource(source.id)}',
  'href={pathname}',
  'href={toControl(control.id)}', // of useTabAddress
  'href={toControl(id)}', // of useTabAddress
  'href={allControls}',
  'href={policy.id}',
  'href={toDeployment({',
  'href={addressOfAnswer(id,', // of a weakness
  "href={toPolicies()}>{t('auditQuestions.policies')}",
  'href={toDeployment(nameDeployment(change))}',
  'href={addressOfDeployment(asset,',
  'href={toControl(id)}', // of the lens
  'href={`${toControls()}?', // of the lens and of search results
  'href={toControl(controlId)}', // of the page with all controls
  'href={toAll()}',
  'href={`${toControls()}?', // of the page about the areas
  'href={toSources()}',
  'href="scorecard"', // of the group at hand
  'to={toInventory(filter)}',
  'to={addressOfResult(toAddress(item.entityRef),', // of a scorecard
  'to={addressOfCompliance(toAddress(entityRef))}',
  'href={addressOfResult(toAddress(entityRef),',
  'href={addressOfGraph(toAddress(item.entityRef))}',
  'href={addressOfGraph(toAddress(entityRef))}',
  'href={addressOfScope(scope)}',
  'href={`${toAddress(groupRef)}/scorecard`}',
  'href={`${toAddress(entityRef)}/compliance`}',
  "href={route()}>{t('auditQuestions.link')}",
  'href={toEvidence(', // of useTabAddress
  'href={page}', // of ours, by its route
  'href={href}>{what}</Link>', // of PartChanges: a scorecard
  'href={`${toActions()}?',
  "href={href}>{t('compliance.control',", // of the Compliance tab
  'href={toHref(id)}', // of NamedControls: a control on the Compliance tab
];

it('no other component has a link of its own', () => {
  const folders = [
    __dirname,
    join(__dirname, '../../dora-compliance-react/src'),
  ];
  const found = folders
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => /\.tsx?$/.test(name) && !/test|Utils/.test(name))
        .map(name => readFileSync(join(folder, name), 'utf8')),
    )
    .flatMap(text => [...text.matchAll(/<(\w+)([^<>]*?\s(?:href|to)=\S+)/g)])
    .filter(([, element]) => element !== 'WebLink')
    .map(
      ([, , attributes = '']) => /\s((?:href|to)=\S+)$/.exec(attributes)?.[1],
    )
    .filter(link => !OWN_LINKS.some(own => link?.startsWith(own)));
  expect(found).toEqual([]);
});
