import type { PopulationReasons } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { drillsInSentence, manualEvidence } from './manual';
import { nameMembers } from './members';
import { count, form, moment, number, withoutPeriod } from './words';

/** `in den letzten 90 Tagen` */
function within(days: number): string {
  return form(days, {
    one: 'am letzten Tag',
    other: `in den letzten ${number(days)} Tagen`,
  });
}

export const populationReasons: SentencesOf<PopulationReasons> = {
  'branch-read-no-longer': ({ branch, since }) =>
    `Die Regeln des Branchs ${branch} wurden zuletzt am ${moment(
      since,
    )} gelesen, und keine Quelle meldet, dass er gelöscht wurde. Er kann ohne diese Regeln weiterbestehen.`,
  'deployments-failed-only': ({ count: n, days }) =>
    `Es ${form(n, { one: 'ist', other: 'sind' })} ${within(days)} ${count(n, {
      one: 'Produktions-Deployment',
      other: 'Produktions-Deployments',
    })} fehlgeschlagen und keines gelungen. Ob ein fehlgeschlagenes Deployment die Produktion verändert hat, ist nicht bekannt.`,
  'event-never-observed': ({ type, days }) =>
    `Für dieses IKT-Asset ist ${within(
      days,
    )} kein Nachweis der Art „${type}“ eingegangen, der einen Erfolg meldet.`,
  'evidence-incomplete': ({ problem }) =>
    `Die Quelle konnte nicht vollständig gelesen werden${
      problem ? `: ${withoutPeriod(problem)}` : ''
    }. Was nicht gelesen wurde, könnte eine Feststellung sein.`,
  'evidence-not-recorded': ({ type, kind }) =>
    `Für dieses IKT-Asset ist nicht erfasst: ${
      kind ? drillsInSentence[kind] : manualEvidence[type]
    }. Diesen Nachweis können nur Menschen oder andere Systeme geben.`,
  'incident-not-detected': ({ incident }) =>
    `Der Vorfall „${incident}“ wurde gelöst, aber keine Meldung sagt, wann er erkannt wurde und was er betrifft.`,
  'incidents-unheard': () =>
    'Kein Vorfall-Werkzeug hat je einen Vorfall dieses IKT-Assets gemeldet. Ob es Vorfälle gibt, ist daher nicht bekannt.',
  'interval-start-unknown': ({ type, first }) =>
    `Der erste bekannte Erfolg ist vom ${moment(
      first,
    )}. Frühere Nachweise der Art „${type}“ können fehlen.`,
  'never-scanned': () =>
    'Für dieses IKT-Asset wurde in den letzten 90 Tagen kein Schwachstellenscan gemeldet. Ob es Befunde hat, ist daher nicht bekannt.',
  'findings-not-reported': ({ tool, results }) =>
    `Der letzte Scan mit ${tool} hat ${count(results, {
      one: 'Ergebnis',
      other: 'Ergebnisse',
    })}, aber kein offener Befund davon wurde gemeldet. Welche offen sind, ist daher nicht bekannt.`,
  'no-open-finding': () => 'Scans werden gemeldet, und kein Befund ist offen.',
  'no-risk-accepted': () =>
    'Für dieses IKT-Asset hat niemand ein akzeptiertes Risiko erfasst.',
  'none-observed': ({ kind }) =>
    `Die Repositorys dieses IKT-Assets wurden gelesen; es gibt dort ${
      nameMembers(kind).noneAccusative
    }.`,
  'nothing-runs': ({ environments }) =>
    `Für dieses IKT-Asset läuft nichts in ${environments}.`,
  'organization-not-read': ({ organization, type }) =>
    `Die Einstellungen der Organisation ${organization} sind unbekannt: Keine Quelle hat sie gelesen. Es gibt keinen Nachweis der Art „${type}“.`,
  'owned-by-people': ({ accounts }) =>
    `Die Repositorys dieses IKT-Assets gehören Konten von Personen, keiner Organisation: ${accounts}.`,
  'state-not-observed': ({ kind, type }) =>
    `Von diesem IKT-Asset wurde noch ${
      nameMembers(kind).none
    } gelesen: Es gibt keinen Nachweis der Art „${type}“.`,
};
