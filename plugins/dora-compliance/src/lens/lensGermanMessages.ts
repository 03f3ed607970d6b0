import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { lensMessages as english } from './lensMessages';

export const lensGermanMessages: Translated<typeof english> = {
  title: 'Die fünf Bereiche und „Artikel 21“',
  link: 'Woher die Bereiche kommen',
  area: 'Bereich: {{area}}.',
  intro:
    'Die Architektur, der diese Suite folgt, beschreibt fünf Beiträge von Auslieferungspipelines und nennt sie nach „Artikel 21 DORA“. Artikel 21 der Verordnung (EU) 2022/2554 handelt von etwas anderem: der zentralisierten Meldung von Vorfällen. Die Suite behält die fünf Beiträge als Bereiche, um Kontrollen zu gruppieren. Ein Bereich ist nie eine Rechtsgrundlage. Jede Kontrolle nennt die Vorschriften, die gelten.',
  articles: 'Was Artikel 21 in jedem Rechtsakt ist',
  about: 'Worum es geht',
  addressee: 'An wen er sich richtet',
  meaning: 'Was er für Auslieferungspipelines bedeutet',
  act: {
    dora: {
      name: 'Verordnung (EU) 2022/2554 (DORA), Artikel 21',
      about:
        'Zentralisierte Meldung schwerwiegender IKT-bezogener Vorfälle. Verlangt wird ein gemeinsamer Bericht darüber, ob eine einzige Plattform der Union für solche Meldungen machbar ist.',
      addressee:
        'Die Europäischen Aufsichtsbehörden, mit der Europäischen Zentralbank und der ENISA.',
      meaning:
        'Nichts. Er enthält keine Pflicht für Finanzunternehmen und keine Punkte zu Zugriff, Funktionstrennung, Protokollierung, Änderungen oder Sicherung.',
    },
    nis2: {
      name: 'Richtlinie (EU) 2022/2555 (NIS2), Artikel 21',
      about:
        'Maßnahmen zum Umgang mit Cybersicherheitsrisiken, in zehn Mindestbereichen von der Risikoanalyse bis zur Authentifizierung.',
      addressee:
        'Die Mitgliedstaaten, die wesentliche und wichtige Einrichtungen zu diesen Maßnahmen verpflichten.',
      meaning:
        'Für Finanzunternehmen nur zur Information: DORA ist der Rechtsakt für ihren Sektor (DORA Art. 1(2)). Andere Gesellschaften einer Gruppe und Anbieter von IKT-Diensten kann er binden.',
    },
    rts: {
      name: 'Delegierte Verordnung (EU) 2024/1774 (RTS), Artikel 21',
      about:
        'Zugriffskontrolle: Kenntnis und Nutzung nur bei Bedarf und geringste Rechte, Funktionstrennung, Zurechenbarkeit und die Verwaltung von Konten.',
      addressee:
        'Finanzunternehmen, außer denen unter dem vereinfachten Rahmen.',
      meaning:
        'Er gilt für Pipelines wie für jedes IKT-System. Kontrollen nennen ihn mit seinen Punkten.',
    },
  },
  rtsControls: 'Kontrollen, die ihn nennen',
  areas: 'Die Bereiche und die Vorschriften dahinter',
  areasNote:
    'Die Nummerierung „21(1)“ und „21(2)(a)“ bis „21(2)(e)“ der Architektur gibt es in keinem dieser Rechtsakte. Die folgenden Vorschriften sind die wichtigsten, nicht alle.',
  named: 'Dort genannt: {{number}}',
  provisions: '{{provisions, list(type: unit; style: short)}}.',
  controls: 'Kontrollen dieses Bereichs',
};
