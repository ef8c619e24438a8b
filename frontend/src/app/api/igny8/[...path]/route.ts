import { config } from '../../../../server/config';
import { passOn } from '../../../../server/pass-on';

/** Every method, so that what is not on the closed list is refused by it and by nothing else. */
const handle = (request: Request): Promise<Response> => passOn(request, config());

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
