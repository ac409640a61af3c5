package io.fleetgram.agent.controller.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.EnrollmentDesk;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.ProxyTrust;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.Fingerprint;
import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.EnrollRequest;
import io.fleetgram.wire.agent.v1.EnrollResponse;
import io.fleetgram.wire.agent.v1.ErrorCode;
import io.grpc.StatusRuntimeException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Enrolls at the first of several controllers that answers, trusting only a chain from the pinned authority. */
public final class GrpcEnrollmentDesk implements EnrollmentDesk {

    private static final Set<ErrorCode> FINAL = Set.of(
            ErrorCode.JOIN_TOKEN_REFUSED, ErrorCode.INVALID_REQUEST, ErrorCode.NODE_REMOVED, ErrorCode.UNAUTHENTICATED);

    private final List<ControllerAddress> controllers;
    private final Fingerprint authority;
    private final Optional<ProxyTrust> proxy;
    private final CallDeadlines deadlines;

    /** Where controllers are reached themselves. */
    public GrpcEnrollmentDesk(List<ControllerAddress> controllers, Fingerprint authority, CallDeadlines deadlines) {
        this(controllers, authority, Optional.empty(), deadlines);
    }

    /** @param proxy what the proxy that ends TLS is known by, if these are the addresses of one */
    public GrpcEnrollmentDesk(
            List<ControllerAddress> controllers,
            Fingerprint authority,
            Optional<ProxyTrust> proxy,
            CallDeadlines deadlines) {
        this.controllers = List.copyOf(controllers);
        this.authority = authority;
        this.proxy = proxy;
        this.deadlines = deadlines;
    }

    @Override
    public Enrolling enroll(String joinToken, byte[] certificateRequest, AgentDescription agent) {
        return enroll(
                EnrollRequest.newBuilder()
                        .setJoinToken(joinToken)
                        .setCertificateRequest(ByteString.copyFrom(certificateRequest))
                        .setAgent(StatusMessage.of(agent))
                        .build(),
                2);
    }

    @Override
    public Enrolling enrollWithToken(String joinToken, byte[] tokenHash, AgentDescription agent) {
        return enroll(
                EnrollRequest.newBuilder()
                        .setJoinToken(joinToken)
                        .setTokenHash(ByteString.copyFrom(tokenHash))
                        .setAgent(StatusMessage.of(agent))
                        .build(),
                1);
    }

    /** @param links how many certificates the answer's chain must have */
    private Enrolling enroll(EnrollRequest request, int links) {
        var failures = new ArrayList<String>();
        for (var controller : controllers) {
            var enrolling = enrollAt(controller, request, links);
            if (!(enrolling instanceof Enrolling.Away away)) {
                return enrolling;
            }
            failures.add(controller + ": " + away.why());
        }
        return new Enrolling.Away(String.join("; ", failures));
    }

    private Enrolling enrollAt(ControllerAddress controller, EnrollRequest request, int links) {
        var channel = proxy.map(
                        trust -> Channels.openToProxy(controller, Channels.asStranger(trust), deadlines.connect()))
                .orElseGet(() -> Channels.open(controller, Channels.asStranger(authority), deadlines.connect()));
        try {
            return granted(
                    AgentControlGrpc.newBlockingStub(channel)
                            .withDeadlineAfter(deadlines.identity().toMillis(), TimeUnit.MILLISECONDS)
                            .enroll(request),
                    links);
        } catch (StatusRuntimeException failure) {
            var why = Failures.sentence(failure);
            return Failures.code(failure).filter(FINAL::contains).isPresent()
                    ? new Enrolling.Refused(why)
                    : new Enrolling.Away(why);
        } catch (CertificateException | IllegalArgumentException e) {
            return new Enrolling.Refused("the controller's answer makes no sense: " + e.getMessage());
        } finally {
            channel.shutdownNow();
        }
    }

    private Enrolling granted(EnrollResponse response, int links) throws CertificateException {
        var chain = Certificates.chainFromDer(response.getCertificateChainList().stream()
                .map(ByteString::toByteArray)
                .toList());
        if (chain.size() < links || !Fingerprint.of(chain.getLast()).equals(authority)) {
            return new Enrolling.Refused("what came is not of the authority in the join command");
        }
        var addresses = response.getControllerEndpointsList().stream()
                .map(ControllerAddress::parse)
                .toList();
        return new Enrolling.Granted(
                response.getNodeKey(), response.getNodeName(), chain, addresses.isEmpty() ? controllers : addresses);
    }
}
