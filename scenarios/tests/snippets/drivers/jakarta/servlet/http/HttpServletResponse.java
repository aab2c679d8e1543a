package jakarta.servlet.http;

import java.io.IOException;
import java.io.OutputStream;

/** The few methods of the servlet interface that the snippet calls. */
public interface HttpServletResponse {
    void setContentType(String type);

    void setContentLength(int length);

    void setHeader(String name, String value);

    OutputStream getOutputStream() throws IOException;
}
