import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { failureMessages as english } from '../messages/failureMessages';

export const failureMessages: Translated<typeof english> = {
  retry: 'Erneut versuchen',
  noPermission: 'Keine Berechtigung',
  askForPermission:
    'Ihr Konto darf dies nicht lesen. Wenn Sie es für Ihre Arbeit benötigen, bitten Sie die Administration dieses Backstage um die Berechtigung. ({{message}})',
  notInInventory: 'Nicht im Inventar',
  notYetInInventory: 'Noch nicht im Inventar',
  unknownControl: 'Unbekannte Kontrolle',
  unknownScope: 'Diesen Teil der Organisation gibt es nicht',
  notLoaded: {
    compliance: 'Die Compliance dieses IKT-Assets konnte nicht geladen werden',
    inventory: 'Das IKT-Inventar konnte nicht geladen werden',
    completeness:
      'Die Vollständigkeit der Datensätze konnte nicht geladen werden',
    pipelines:
      'Die Pipelines, die nicht im Inventar sind, konnten nicht geladen werden',
    dependencies:
      'Die Abhängigkeiten dieses IKT-Assets konnten nicht geladen werden',
    record: 'Der Datensatz dieses IKT-Assets konnte nicht geladen werden',
    actions: 'Die Liste der Aufgaben konnte nicht geladen werden',
    scorecard: 'Die Scorecard konnte nicht geladen werden',
    comparison: 'Die Scorecards konnten nicht geladen werden',
    changes: 'Die Änderungen des Status konnten nicht geladen werden',
    trend: 'Der Verlauf konnte nicht geladen werden',
    changePaths:
      'Die Pipelines, die diese Unternehmensfunktion verändern können, konnten nicht geladen werden',
    sources: 'Die Nachweisquellen konnten nicht geladen werden',
    rejected: 'Die abgelehnten Dokumente konnten nicht geladen werden',
    partial: 'Die teilweise gelesenen Dokumente konnten nicht geladen werden',
    gaps: 'Die Lücken konnten nicht geladen werden',
    targets: 'Die Ziele konnten nicht geladen werden',
    backfills: 'Die Nacherfassungen konnten nicht geladen werden',
    functionAssets:
      'Die IKT-Assets, die diese Funktion unterstützen, konnten nicht geladen werden',
    providerAssets:
      'Die IKT-Assets, die von diesem Dienstleister abhängen, konnten nicht geladen werden',
  },
};
