import type { Frame } from 'puppeteer';

/** Drops a file on the panel: Firefox newer than 153 lets no driver choose one in a page of an extension. */
export async function dropFile(panel: Frame, name: string, text: string): Promise<void> {
  await panel.evaluate(
    (fileName, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
  );
}
