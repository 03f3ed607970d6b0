const UNITS = ['y', 'mo', 'wk', 'd', 'h', 'min', 's'];
const ISO =
  /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;

/**
 * A length of time in ISO 8601 form for people: `PT2H30M` is `2 h 30 min`.
 * What is not in that form is left as it is.
 *
 * @public
 */
export function formatDuration(duration: string): string {
  const parts = ISO.exec(duration)
    ?.slice(1)
    .flatMap((amount, index) => (amount ? [`${amount} ${UNITS[index]}`] : []));
  return parts?.join(' ') || duration;
}
