import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { declaredMessages as english } from '../messages/declaredMessages';

export const declaredMessages: Translated<typeof english> = {
  function: 'Unternehmensfunktion',
  provider: 'IKT-Drittdienstleister',
  none: 'keine',
  yes: 'ja',
  no: 'nein',
  add: 'Nicht angegeben. Ergänzen: {{path}}',
  problems: 'Nicht lesbare Werte',
  noAssets: 'Keines der IKT-Assets, die Sie lesen dürfen, hängt davon ab.',
  field: {
    functionId: 'Funktionskennung (B_06.01.0010)',
    licensedActivity:
      'Zugelassene Tätigkeit oder „support functions“ (B_06.01.0020)',
    critical: 'Ob sie kritisch oder wichtig ist (B_06.01.0060)',
    reasons: 'Begründung dafür (B_06.01.0070)',
    assessedOn: 'Datum der letzten Bewertung (B_06.01.0080)',
    rto: 'Wiederherstellungszeit, RTO (B_06.01.0090)',
    rpo: 'Wiederherstellungspunkt, RPO (B_06.01.0100)',
    impactOfDiscontinuing:
      'Auswirkung einer Einstellung der Funktion (B_06.01.0110)',
    legalName: 'Rechtlicher Name (B_05.01.0050)',
    lei: 'Rechtsträgerkennung, LEI (B_05.01.0010)',
    euid: 'Europäische einheitliche Kennung, EUID (B_05.01.0010)',
    headquarters: 'Land der Hauptverwaltung (B_05.01.0080)',
    services: 'Arten der IKT-Dienstleistungen (ITS 2024/2956 Anhang III)',
    contract: 'Vertragsreferenz (B_02.01.0010)',
    subcontractors: 'Unterauftragnehmer in der Lieferkette (B_05.02)',
  },
};
