import { ProviderFact } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { all, count, day, level, withoutPeriod } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { ProviderReasons } from './reasons';

const factNames: Readonly<Record<ProviderFact, string>> = {
  pipeline: 'dass es eine Pipeline ist',
  location: 'sein Standort',
  support: 'sein Ende des Supports',
  type: 'sein Typ',
  declaration: 'die angegebene Begründung',
};

export const de: WordsFor<ProviderReasons> = {
  checks: {
    'provider-contract': 'Ist der Vertrag bekannt?',
    'provider-identified':
      'Ist der Dienstleister durch LEI oder EUID identifiziert?',
    'provider-named': 'Ist der Dienstleister benannt?',
    'provider-registered': 'Ist der Dienstleister im Katalog?',
    'provider-services': 'Sind die Arten seiner Dienstleistungen bekannt?',
    'provider-subcontractors':
      'Sind die Unterauftragnehmer bekannt, wo das erforderlich ist?',
  },
  reasons: {
    'provider-contract': ({ contract }) =>
      `Die Vertragsreferenz ist ${contract}.`,
    'provider-contract-missing': ({ provider }) =>
      `Der Dienstleister ${provider} hat keine Vertragsreferenz.`,
    'provider-identified': ({ provider }) =>
      `Der Dienstleister ${provider} ist durch einen LEI oder eine EUID identifiziert.`,
    'provider-missing': () =>
      'Die Pipeline nennt keinen Dienstleister. In spec.dora.provider den Dienstleister des CI-Systems nennen, auf dem sie läuft.',
    'provider-named': ({ provider }) =>
      `Der Dienstleister des IKT-Assets ist ${provider}.`,
    'provider-none': ({ why, until }) =>
      `Das IKT-Asset hat keinen Dienstleister: ${withoutPeriod(
        why,
      )}. Das gilt bis zum ${day(until)}.`,
    'provider-registered': ({ provider }) =>
      `Der Dienstleister ${provider} ist im Katalog.`,
    'provider-services': ({ services }) =>
      `Der Dienstleister erbringt die IKT-Dienstleistungen ${services}.`,
    'provider-services-missing': ({ provider }) =>
      `Der Dienstleister ${provider} gibt keine Art von IKT-Dienstleistung an.`,
    'provider-undeclared'({ facts }) {
      const names = facts.split(',').map(nameFact);
      return `Das IKT-Asset nennt keinen Dienstleister und sagt nicht, dass es keinen hat, obwohl Folgendes für einen spricht: ${all(
        names,
      )}.`;
    },
    'provider-unidentified': ({ provider }) =>
      `Der Dienstleister ${provider} hat weder einen LEI noch eine EUID.`,
    'provider-unregistered': ({ provider }) =>
      `Der Katalog enthält keinen IKT-Drittdienstleister ${provider}.`,
    'subcontractors-declared': ({ count: n }) =>
      n === 0
        ? 'Der Dienstleister gibt an, dass er keine Unterauftragnehmer hat.'
        : `Der Dienstleister gibt ${count(n, {
            one: 'Unterauftragnehmer',
            other: 'Unterauftragnehmer',
          })} an.`,
    'subcontractors-missing': ({ provider }) =>
      `Der Dienstleister ${provider} gibt weder Unterauftragnehmer an noch, dass es keine gibt. Was er erbringt, ist jedoch „kritisch oder wichtig“.`,
    'subcontractors-not-needed': ({ level: of }) =>
      `Für ein IKT-Asset der Kritikalität „${level(
        of,
      )}“ müssen die Unterauftragnehmer nicht bekannt sein.`,
    'subcontractors-unclear': ({ provider }) =>
      `Das IKT-Asset ist nicht klassifiziert. Ob die Unterauftragnehmer von ${provider} bekannt sein müssen, lässt sich nicht feststellen.`,
  },
  advice: {
    'provider-contract-missing':
      'Die Vertragsreferenz in der Katalogdatei des Dienstleisters angeben.',
    'provider-missing':
      'Den Dienstleister des CI-Systems in spec.dora.provider der Pipeline nennen.',
    'provider-services-missing':
      'Die Arten seiner IKT-Dienstleistungen in der Katalogdatei des Dienstleisters angeben.',
    'provider-undeclared':
      'In der Katalogdatei spec.dora.provider angeben, oder spec.dora.noProvider mit der Begründung und bis wann sie gilt.',
    'provider-unidentified':
      'Den LEI oder die EUID in der Katalogdatei des Dienstleisters angeben.',
    'provider-unregistered':
      'Den Dienstleister als Resource vom Typ ict-third-party-provider in den Katalog aufnehmen oder den Namen in spec.dora.provider korrigieren.',
    'subcontractors-missing':
      'Die Unterauftragnehmer in der Katalogdatei des Dienstleisters angeben. Eine leere Liste besagt, dass es keine gibt.',
    'subcontractors-unclear':
      'Das IKT-Asset klassifizieren: In seiner Katalogdatei spec.dora.classification.criticality angeben.',
  },
};

function nameFact(text: string): string {
  const fact = ProviderFact.safeParse(text);
  return fact.success ? factNames[fact.data] : text;
}
