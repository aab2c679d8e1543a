import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

final class Answers {
    /**
     * Sends an answer. Tomcat, Jetty and Undertow keep the name as it is given, over HTTP/1.1
     * (Spring: server.http2.enabled=false). com.sun.net.httpserver makes Body-sign of it, whatever it
     * is given, and Netty-based servers must not be told to validate or lower names.
     */
    static void send(HttpServletResponse response, byte[] body, String value) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.setHeader("Body-Sign", value);
        response.getOutputStream().write(body);
    }
}
