import type { NotificationParams } from '../language/NotificationParams';
import type { SentencesOf } from '../language/Sentences';
import { all, count, form, moment, number } from './words';

/** `3 Kontrollen für 2 IKT-Assets`. */
function countPairs(of: { count: number; assets: number }): string {
  return `${countControls(of.count)} für ${countAssets(of.assets)}`;
}

function countControls(value: number): string {
  return count(value, { one: 'Kontrolle', other: 'Kontrollen' });
}

function countAssets(value: number): string {
  return count(value, { one: 'IKT-Asset', other: 'IKT-Assets' });
}

/** `Für Ledger sind jetzt 2 Kontrollen …`. */
function becomeFor(of: { count: number; asset: string }, what: string): string {
  const verb = form(of.count, { one: 'ist', other: 'sind' });
  return `Für ${of.asset} ${verb} jetzt ${countControls(of.count)} ${what}`;
}

/** `sind jetzt …`, or `ist jetzt …`. */
function become(of: { count: number; assets: number }, what: string): string {
  const verb = form(of.count, { one: 'ist', other: 'sind' });
  return `${countPairs(of)} ${verb} jetzt ${what}`;
}

/** `„Unabhängige Genehmigung“ für Ledger (11.12.2026, 00:00 UTC)`. */
function listUntil(
  pairs: NotificationParams['expiring-first']['pairs'],
): string[] {
  return pairs.map(
    ({ control, asset, at }) => `„${control}“ für ${asset} (${moment(at)})`,
  );
}

function countStatuses(of: {
  notSatisfied: number;
  notAssessed: number;
}): string {
  return `${countControls(of.notSatisfied)} nicht erfüllt, ${number(
    of.notAssessed,
  )} nicht bewertet`;
}

export const notifications: SentencesOf<NotificationParams> = {
  'not-satisfied': ({ control, asset }) =>
    `${asset} erfüllt die Kontrolle „${control}“ nicht`,
  'not-assessed': ({ control, asset }) =>
    `Die Kontrolle „${control}“ ist für ${asset} nicht bewertet`,
  satisfied: ({ control, asset }) =>
    `${asset} erfüllt die Kontrolle „${control}“`,
  'not-satisfied-controls': of => becomeFor(of, 'nicht erfüllt'),
  'not-assessed-controls': of => becomeFor(of, 'nicht bewertet'),
  'satisfied-controls': of => becomeFor(of, 'erfüllt'),
  'not-satisfied-assets': of =>
    `${countAssets(of.assets)} erfüllen die Kontrolle „${of.control}“ nicht`,
  'not-assessed-assets': of =>
    `Die Kontrolle „${of.control}“ ist für ${countAssets(
      of.assets,
    )} nicht bewertet`,
  'satisfied-assets': of =>
    `${countAssets(of.assets)} erfüllen die Kontrolle „${of.control}“`,
  'not-satisfied-many': of => become(of, 'nicht erfüllt'),
  'not-assessed-many': of => become(of, 'nicht bewertet'),
  'satisfied-many': of => become(of, 'erfüllt'),
  expiring: ({ control, asset }) => `Läuft bald ab: „${control}“ für ${asset}`,
  'expiring-controls': of =>
    `${form(of.count, {
      one: 'Läuft',
      other: 'Laufen',
    })} bald ab: ${countControls(of.count)} für ${of.asset}`,
  'expiring-assets': of =>
    `Läuft bald ab: „${of.control}“ für ${countAssets(of.assets)}`,
  'expiring-many': of =>
    `${form(of.count, { one: 'Läuft', other: 'Laufen' })} bald ab: ${countPairs(
      of,
    )}`,
  'expiring-at': ({ at }) =>
    `Erfüllt bis zum ${moment(at)}, wenn nichts erneuert wird.`,
  'expiring-why': ({ reason }) => `Ab dann: ${reason}`,
  'expiring-first': ({ pairs, others }) => {
    const more = form(others, {
      one: ' Hinzu kommt 1 weitere.',
      other: ` Hinzu kommen ${number(others)} weitere.`,
    });
    return `Zuerst: ${all(listUntil(pairs))}.${others > 0 ? more : ''}`;
  },
  'expiring-advice': () =>
    'Die Kontrollen öffnen: Dort steht, was bis dahin zu erneuern ist.',
  'not-satisfied-advice': () =>
    'Die Kontrolle öffnen: Dort steht, warum, und was die Feststellung beendet.',
  'not-assessed-advice': () => 'Die Kontrolle öffnen: Dort steht, was fehlt.',
  worst: ({ pairs, others }) => {
    const more = form(others, {
      one: ' Hinzu kommt 1 weitere.',
      other: ` Hinzu kommen ${number(others)} weitere.`,
    });
    return `Am schwersten wiegen: ${all(
      pairs.map(({ control, asset }) => `„${control}“ für ${asset}`),
    )}.${others > 0 ? more : ''}`;
  },
  summary: of => `Diese Woche für ${of.owner}: ${countStatuses(of)}`,
  'summary-before': of => `Vor einer Woche: ${countStatuses(of)}.`,
  'summary-first': () =>
    'Für den Stand vor einer Woche liegen noch keine Zahlen vor.',
  'summary-reviews': ({ assets, others, days }) =>
    `Überprüfungen, die überfällig oder innerhalb von ${number(
      days,
    )} Tagen fällig sind: ${all(
      others > 0 ? [...assets, `${number(others)} weitere`] : assets,
    )}.`,
  'summary-expiring': ({ pairs, others }) =>
    `Bald ablaufend: ${all([
      ...listUntil(pairs),
      ...(others > 0 ? [`${number(others)} weitere`] : []),
    ])}.`,
  'summary-assets': ({ assets }) => `Größtes Risiko: ${all(assets)}.`,
};
