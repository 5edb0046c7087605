/** Calls back with a file that is dropped anywhere on this document, which would open it otherwise. Returns what ends that. */
export function takeDroppedFiles(onFile: (file: File) => void): () => void {
  const allow = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    onFile(file);
  };
  document.addEventListener('dragover', allow);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('dragover', allow);
    document.removeEventListener('drop', drop);
  };
}
