import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

/** A file to give to the page. */
export interface GivenFile {
  name: string;
  content: string | Uint8Array;
}

/** The app as a person finds it: what can be done, and what can be seen. */
export class App {
  readonly page: Page;
  readonly files: Locator;
  readonly findings: Locator;
  readonly source: Locator;
  readonly outline: Locator;
  /** What the rule of a finding asks. */
  readonly explanation: Locator;
  /** The banner with the verdict on the chosen file, or on all of them. */
  readonly verdict: Locator;

  constructor(page: Page) {
    this.page = page;
    this.files = page.getByRole('grid', { name: 'Files' });
    this.findings = page.getByRole('tree', { name: 'Findings' });
    this.source = page.getByRole('region', { name: 'Source', exact: true });
    this.outline = page.getByRole('tree', { name: 'Elements' });
    this.explanation = page.getByRole('region', { name: 'Explanation' });
    this.verdict = page.getByRole('region', { name: 'Verdict' });
  }

  /** Opens the welcome screen, with its samples. */
  async open(): Promise<void> {
    await this.page.goto('./');
    await expect(this.samples).toHaveCount(6);
  }

  get samples(): Locator {
    return this.page.getByRole('region', { name: 'Samples' }).getByRole('button');
  }

  /** Opens a sample by its title. */
  async openSample(title: string): Promise<void> {
    await this.samples.filter({ hasText: title }).click();
    await this.finished();
  }

  /** Chooses files in the dialog behind "Open files"; paths of files on disk do as well. */
  async pick(files: GivenFile[] | string[]): Promise<void> {
    const chosen = files.map((file) =>
      typeof file === 'string'
        ? file
        : {
            name: file.name,
            mimeType: 'application/octet-stream',
            buffer: Buffer.from(file.content),
          },
    );
    await this.page
      .getByLabel('Files', { exact: true })
      .and(this.page.locator('input'))
      .setInputFiles(chosen as string[]);
    await this.finished();
  }

  /** Chooses a folder in the dialog behind "Open folder". */
  async pickFolder(path: string): Promise<void> {
    await this.page
      .getByLabel('Folder', { exact: true })
      .and(this.page.locator('input'))
      .setInputFiles(path);
    await this.finished();
  }

  /** Drops files in the middle of the window. */
  async drop(files: GivenFile[]): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      (given) => {
        const data = new DataTransfer();
        for (const { name, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          data.items.add(new File([bytes], name));
        }
        return data;
      },
      files.map(({ name, content }) => ({
        name,
        base64: Buffer.from(content).toString('base64'),
      })),
    );
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('body', type, { dataTransfer: transfer });
    }
    await this.finished();
  }

  /** Pastes a text, as from the clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
      document.body.dispatchEvent(event);
    }, text);
    await this.finished();
  }

  /** Waits until everything that was given has been checked. */
  async finished(): Promise<void> {
    await expect(this.verdict).toBeVisible();
    await expect(this.page.getByRole('progressbar')).toHaveCount(0);
  }

  /** The word of the verdict, such as `Valid`. */
  get word(): Locator {
    return this.verdict.getByRole('heading');
  }

  /** What is selected in the list of findings. */
  get current(): Locator {
    return this.findings.getByRole('treeitem', { selected: true });
  }
}
