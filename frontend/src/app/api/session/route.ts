import { config } from '../../../server/config';
import { signIn, signOut } from '../../../server/session';

export const POST = (request: Request): Promise<Response> => signIn(request, config());

export const DELETE = (request: Request): Promise<Response> => signOut(request, config());
