import { SharedStore, type SharedItem } from '../../src/store/shared';
import { sharedParameter, sharePath, shareFailed } from './addresses';

/** Whether a request hands over what a person has shared with the installed app. */
export function isShare({ method, url }: Pick<Request, 'method' | 'url'>, scope: string): boolean {
  return method === 'POST' && new URL(url).href === new URL(sharePath, scope).href;
}

/**
 * Puts what was shared where the page finds it and sends the browser there. What follows is a plain
 * visit: to repeat it posts nothing again. Nothing of what was shared goes into an address.
 */
export async function receiveShare(
  request: Request,
  scope: string,
  store = new SharedStore(),
): Promise<Response> {
  const page = new URL(scope);
  const taken = await request
    .formData()
    .then((form) => store.leave(itemsOf(form)))
    .then(
      () => '',
      // Here is nobody to tell; the page that opens next tells it.
      () => shareFailed,
    );
  page.searchParams.set(sharedParameter, taken);
  return Response.redirect(page.href, 303);
}

/** The files of a form, and its text where there is no file. */
function itemsOf(form: FormData): SharedItem[] {
  const files = form.getAll('files').filter((part) => part instanceof File && part.size > 0);
  if (files.length > 0) return files;
  const text = form.get('text');
  return typeof text === 'string' && text !== '' ? [text] : [];
}
