import type { WhoWords } from '../language/WhoWords';
import { all } from './words';

/** What holds a repository, such as its organization or group. */
function findParent(uri: string): string {
  return uri.replace(/\/[^/]+$/, '');
}

export const who: WhoWords = {
  'asset-owner': ({ owner }) =>
    owner
      ? `Der Eigentümer des IKT-Assets, ${owner}.`
      : 'Wer die Katalogdatei des IKT-Assets ändern darf. Der Katalog zeigt Ihnen keinen Eigentümer.',
  'backstage-administrator': () =>
    'Die Administration dieses Backstage, die das Protokoll des Backends lesen kann.',
  'catalog-maintainer': () =>
    'Wer die Entitäten der Benutzer und Gruppen im Katalog pflegt.',
  'code-host-administrator': ({ repositories = [] }) => {
    const places = [...new Set(repositories.map(findParent))];
    return places.length > 0
      ? `Die Administration von ${all(
          places,
        )}, in den Einstellungen des Code-Hosts.`
      : 'Die Administration des Code-Hosts, in dessen Einstellungen.';
  },
  'control-author': ({ control }) =>
    control
      ? `Wer die Kontrolle ${control} verfasst hat, in deren YAML-Datei.`
      : 'Wer die Kontrolle verfasst hat, in deren YAML-Datei.',
  doer: ({ person }) =>
    person
      ? `${person} hat es getan und kann es rückgängig machen.`
      : 'Wer es getan hat, kann es rückgängig machen. Die Quelle meldet nicht, wer das war.',
  'environment-reviewer': ({ environment, reviewers = [] }) => {
    const name = environment ? `der Umgebung ${environment}` : 'der Umgebung';
    return reviewers.length > 0
      ? `Wer Deployments ${name} freigeben darf. Deren Einstellungen nennen ${all(
          reviewers,
        )}.`
      : `Wer laut den Einstellungen ${name} Deployments freigeben darf.`;
  },
  'incident-manager': ({ incident }) =>
    incident
      ? `Wer den Vorfall „${incident}“ bearbeitet, in dem Werkzeug, das ihn meldet.`
      : 'Wer Vorfälle bearbeitet, in dem Werkzeug, das sie meldet.',
  'independent-approver': ({ repositories = [] }) =>
    `Eine andere Person mit Schreibzugriff auf ${
      repositories.length > 0 ? all(repositories) : 'das Repository'
    }, die die Änderung weder eröffnet, geschrieben, gepusht noch zusammengeführt hat und sie auch nicht bereitstellt.`,
  nobody: () => 'Niemand muss handeln: Das Backend erledigt es.',
  'provider-owner': ({ provider }) =>
    provider
      ? `Der Eigentümer von ${provider} im Katalog.`
      : 'Der Eigentümer des Dienstleisters im Katalog.',
  'repository-administrator': ({ repositories = [] }) =>
    `Die Administration ${
      repositories.length > 0 ? `von ${all(repositories)}` : 'des Repositorys'
    }, in den Einstellungen des Code-Hosts.`,
  'risk-function': () =>
    'Die Risikofunktion Ihrer Organisation, die entscheidet, ob das Risiko bis dahin akzeptiert wird.',
  'source-administrator': ({ source }) =>
    `Die Administration dieses Backstage, in der Konfiguration der ${
      source ? `Quelle ${source}` : 'Nachweisquellen'
    }.`,
};
