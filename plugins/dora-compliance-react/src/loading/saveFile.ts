/**
 * Saves bytes as a file, like a download.
 *
 * @public
 */
export function saveFile(bytes: Uint8Array, name: string, mediaType?: string) {
  const blob = new Blob([bytes.slice().buffer], { type: mediaType });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
