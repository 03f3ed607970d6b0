/** What German needs to know of a noun, and of the adjective before it. */
type Noun = {
  gender: 'm' | 'f' | 'n';
  /** Without an ending, such as `offen`. */
  adjective?: string;
  one: string;
  other: string;
  /** Dative plural, if it is not the nominative. */
  otherDative?: string;
};

/** What members of populations are called, by their kind. */
const members: Readonly<Record<string, Noun>> = {
  artifact: {
    ...{ gender: 'n', adjective: 'laufend' },
    ...{ one: 'Artefakt', other: 'Artefakte', otherDative: 'Artefakten' },
  },
  asset: { gender: 'n', one: 'IKT-Asset', other: 'IKT-Assets' },
  branch: { gender: 'm', one: 'Branch', other: 'Branches' },
  change: {
    ...{ gender: 'f', adjective: 'zusammengeführt' },
    ...{ one: 'Änderung', other: 'Änderungen' },
  },
  deployment: {
    ...{ gender: 'n', one: 'Produktions-Deployment' },
    other: 'Produktions-Deployments',
  },
  environment: { gender: 'f', one: 'Umgebung', other: 'Umgebungen' },
  finding: {
    ...{ gender: 'm', adjective: 'offen' },
    ...{ one: 'Befund', other: 'Befunde', otherDative: 'Befunden' },
  },
  incident: {
    ...{ gender: 'm', one: 'Vorfall', other: 'Vorfälle' },
    otherDative: 'Vorfällen',
  },
  interval: {
    ...{ gender: 'm', one: 'Zeitraum', other: 'Zeiträume' },
    otherDative: 'Zeiträumen',
  },
  organization: {
    ...{ gender: 'f', one: 'Organisation', other: 'Organisationen' },
  },
  record: {
    ...{ gender: 'm', adjective: 'erfasst', one: 'Nachweis' },
    ...{ other: 'Nachweise', otherDative: 'Nachweisen' },
  },
  repository: { gender: 'n', one: 'Repository', other: 'Repositorys' },
  pipeline: { gender: 'f', one: 'Pipeline', other: 'Pipelines' },
};

/** The forms of a member that sentences need. */
type MemberForms = {
  /** `Der einzige offene Befund` */
  theOnly: string;
  /** `kein offener Befund` */
  none: string;
  /** `keinen offenen Befund` */
  noneAccusative: string;
  /** `offenen Befunde`, after `alle` and a number */
  afterAll: string;
  /** `offenen Befunden` */
  dative: string;
};

const endings = {
  m: { the: 'Der', none: 'kein', weak: 'er', no: 'keinen', accusative: 'en' },
  f: { the: 'Die', none: 'keine', weak: 'e', no: 'keine', accusative: 'e' },
  n: { the: 'Das', none: 'kein', weak: 'es', no: 'kein', accusative: 'es' },
} as const;

/** The members of a kind; populations of modules have kinds of their own. */
export function nameMembers(kind: string): MemberForms {
  const noun = Object.hasOwn(members, kind)
    ? members[kind]!
    : describeUnknown(kind);
  const { adjective, one, other, otherDative = other } = noun;
  const { the, none, weak, no, accusative } = endings[noun.gender];
  const inflect = (ending: string) =>
    adjective ? `${adjective}${ending} ` : '';
  return {
    theOnly: `${the} einzige ${inflect('e')}${one}`,
    none: `${none} ${inflect(weak)}${one}`,
    noneAccusative: `${no} ${inflect(accusative)}${one}`,
    afterAll: `${inflect('en')}${other}`,
    dative: `${inflect('en')}${otherDative}`,
  };
}

function describeUnknown(kind: string): Noun {
  return {
    ...{ gender: 'n', one: `Element (${kind})`, other: `Elemente (${kind})` },
    otherDative: `Elementen (${kind})`,
  };
}
