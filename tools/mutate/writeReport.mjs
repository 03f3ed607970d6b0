export function writeReport() {
  return true;
}
