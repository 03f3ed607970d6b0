import type { GapAdviceParams } from '../language/GapAdviceParams';
import type { GapWork } from '../language/GapClosing';
import type { SentencesOf } from '../language/Sentences';
import { day, moment, withoutPeriod } from './words';

/** In the nominative, at the start of a sentence. */
const work: Readonly<Record<GapWork['way'], (source: string) => string>> = {
  'delivery-log': source => `Das Lesen des Zustellprotokolls von ${source}`,
  round: source => `Ein Abruf von ${source}`,
  backfill: source => `Eine Nacherfassung von ${source}`,
};

export const gapAdvice: SentencesOf<GapAdviceParams> = {
  'start-backfill': ({ source, from }) =>
    `Auf der Seite „Nachweise“ eine Nacherfassung von ${source} starten, die mindestens bis zum ${moment(
      from,
    )} zurückreicht.`,
  'configure-collection': ({ source, configure }) =>
    `${source} wird nicht abgerufen. Folgendes konfigurieren: ${configure}. Das Backend ruft die Nachweise dieser Lücke dann ab.`,
  'could-not-be-read': ({ source, problem }) =>
    `${source} konnte nicht gelesen werden: ${withoutPeriod(
      problem,
    )}. Den Zugangsdaten die Berechtigungen geben, die in der README des Moduls stehen. Der nächste vollständige Abruf oder die nächste Nacherfassung schließt die Lücke; beide starten automatisch.`,
  'only-pushes': ({ source }) =>
    `${source} stellt nur selbst zu. Die Nachweise dieser Lücke können daher nicht abgerufen werden.`,
  'source-is-off': ({ why }) =>
    `${withoutPeriod(
      why,
    )}. Die Lücke besteht, bis die Quelle wieder eingeschaltet ist.`,
  'work-failed': ({ source, way, problem }) =>
    `${work[way](
      source,
    )} schließt die Lücke. Der letzte Versuch ist fehlgeschlagen: ${withoutPeriod(
      problem,
    )}. Das Backend versucht es automatisch erneut. Wurde der Zugriff verweigert, den Zugangsdaten die Berechtigungen geben, die in der README des Moduls stehen.`,
  'work-queued': ({ source, way, since }) =>
    `Es ist nichts zu tun: ${work[way](
      source,
    )} wird die Lücke schließen. Das ist seit dem ${moment(since)} eingeplant.`,
  'counts-until-source-delivers': () =>
    'Die Lücke besteht, bis die Quelle wieder zustellt.',
  'leaves-window-of-each-control': () =>
    'Die Lücke betrifft eine Kontrolle längstens, bis sie außerhalb des Zeitfensters dieser Kontrolle liegt.',
  'leaves-window-on': ({ day: last }) =>
    `Die Lücke betrifft diese Kontrolle längstens bis zum ${day(
      last,
    )}. Danach liegt sie außerhalb des Zeitfensters der Kontrolle.`,
};
